/** Provinces, autonomous regions and municipalities by their full names, for use in a pattern. Folded text. */
export const PROVINCE =
  '(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|北京市|天津市|上海市|重庆市'

/**
 * What the document numbers (发文字号) of a province's own government begin with. Left out are those that a city uses too:
 * 宁政 is Nanjing's as well, 青政 Qingdao's, 新政 Xinxiang's.
 */
export const PROVINCE_OF_NUMBER: Record<string, string> = {
  京政: '北京市',
  津政: '天津市',
  冀政: '河北省',
  晋政: '山西省',
  内政: '内蒙古自治区',
  辽政: '辽宁省',
  吉政: '吉林省',
  黑政: '黑龙江省',
  沪府: '上海市',
  苏政: '江苏省',
  浙政: '浙江省',
  皖政: '安徽省',
  闽政: '福建省',
  赣府: '江西省',
  鲁政: '山东省',
  豫政: '河南省',
  鄂政: '湖北省',
  湘政: '湖南省',
  粤府: '广东省',
  桂政: '广西壮族自治区',
  琼府: '海南省',
  渝府: '重庆市',
  川府: '四川省',
  黔府: '贵州省',
  云政: '云南省',
  藏政: '西藏自治区',
  陕政: '陕西省',
  甘政: '甘肃省',
}
