import './style/tokens.css'
import './style/base.css'
import './style/frame.css'
import { start } from './frame.ts'

start(document.getElementById('app')!)
