/** A subject without the government whose meeting or office it is: 市人民政府常务会议 and 常务会议 are the same words. */
export function bareSubject(subject: string): string {
  return subject.replace(/^[\u4e00-\u9fff]{0,8}?(?:人民)?政府(?=..)/, '')
}

/** Whether a subject names no matter: 违反本条例第十条第三项规定 names a place, another one in each document. */
export function isReference(subject: string): boolean {
  return /第.{1,4}[条款项]/.test(subject)
}
