# 主题 faro 的文字。每个活动都可以在自己的 locales/ 文件夹里重写其中任何一条。

## 页面四周

skip-to-content = 跳到正文
menu = 菜单
menu-label = 主菜单
language-label = 语言
language-start = （首页）
breadcrumb-label = 您在这里
on-this-page = 本页内容
list-separator = { "、" }
clause-separator = { "；" }

## 离开按钮

exit-label = 立即离开
exit-loading = 正在加载
exit-press-two = 上档键。再按两次即可离开。
exit-press-one = 上档键。再按一次即可离开。
exit-expired = 用上档键离开的时间已过，请重新开始。
exit-history = 离开不会把本页从您设备保存的记录中删除。
safety-link = 怎样小心地阅读
safety-short = 注意安全

## 页面

translation-missing = 本页还没有翻译，现以原文显示：{ $language }。
reviewed-on = 审阅日期：{ $date }。
law-note = 关于法律（{ $place }），查阅日期：{ $date }。请询问此后有何变化。此为信息，并非法律意见。
updated-on = 更新日期：{ $date }。
topic = 主题
topics = 主题
page-count = { $count ->
   *[other] { $count } 页
}
in-this-part = 本部分
all-pages = 所有页面
sequel-label = 上一页和下一页
previous = 上一页
next = 下一页
pager-label = 列表的各页
pager-previous = 上一页
pager-next = 下一页
pager-position = 第 { $number } 页，共 { $total } 页

## 首页

audiences-title = 您为什么来到这里？

## 带走

download = 下载（{ $format }，{ $size } 千字节）
download-print = 如需纸质版，请用浏览器菜单打印本页：只印出文字和号码，不印菜单。

## 求助电话

help-title = 可以打给谁
help-text = 每一页都有这些电话。
hotline-answers = 谁接听
hotline-hours = 时间
hotline-languages = 语言
hotline-sharing = 他们会转告什么
hotline-interpreter = 其他语言有口译
hotline-free = 通话免费。
hotline-confirmed = 确认日期：{ $date }。
hotline-stale = 自 { $date } 起未再确认，可能已有变化。
hotline-stale-short = （自 { $date } 起未再确认）
hotline-zone = 按{ $zone }时间
hotline-demonstration = 仅作示例。
channel-verb = { $kind ->
    [voice] 拨打
    [tty] 用文字电话拨打
    [text] 发短信
    [whatsapp] 写信息
    [chat] 打开聊天
    [email] 写邮件
   *[other] 打开
}
channel-name = { $kind ->
    [voice] 电话
    [tty] 文字电话
    [text] 短信
    [whatsapp] WhatsApp
    [chat] 他们网站上的聊天
    [email] 电子邮件
    [in-person] 当面
   *[other] 网站
}
channel-keyword = 发送 { $keyword } 到 { $number }

## 数字及其来源

sources-title = 本页数字的来源
source-mark = 来源 { $number }
source-link = 阅读
source-archive = 不会改变的副本
source-accessed = 阅读日期：{ $date }。
source-confirmed = 查看日期：{ $date }。
source-figures = 用于：{ $figures }

## 页面不存在时

not-found-title = 这个页面不在这里
not-found-text = 地址可能已经改变。您的设备没有问题。
not-found-home = 前往首页
redirect-link = 前往“{ $title }”

## 页脚

footer-about = 关于本网站
footer-audiences = 给其他读者
organisation = { $site }
organisation-note = { $site }发布本网站。

## 文中

campaign-title = 活动
campaign-description = 信息和帮助。
alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 当心
footnotes = 注释
footnote-back = 回到注释所在的正文
task-done = 已完成
task-open = 未完成
topic-list-title = 所有主题
topic-title = 主题：{ $topic }
choose-language = 请选择语言
choose-audience = 这是给谁的？
moved-title = 本页已经移动
moved-text = 本页有新的地址。如果没有反应，请点击这个链接。
feed-title = { $title }的消息
feed-link = 关注消息

## 语言名称

language-ar = 阿拉伯语
language-de = 德语
language-en = 英语
language-es = 西班牙语
language-fa = 波斯语
language-fr = 法语
language-pt = 葡萄牙语
language-zh = 中文
