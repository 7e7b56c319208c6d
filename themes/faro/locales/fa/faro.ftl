# واژه‌های پوستهٔ faro. هر کارزار می‌تواند هر کدام را در پوشهٔ locales/ خود از نو بنویسد.

## دور صفحه

skip-to-content = رفتن به متن
menu = فهرست
menu-label = فهرست اصلی
language-label = زبان
language-start = (صفحهٔ نخست)
breadcrumb-label = اینجا هستید
on-this-page = در این صفحه
list-separator = { "، " }
clause-separator = { "؛ " }

## راه خروج، در نسخه‌هایی که آن را دارند

exit-label = خروج فوری
exit-loading = در حال بارگذاری
exit-press-two = کلید شیفت. برای خروج ۲ بار دیگر فشار دهید.
exit-press-one = کلید شیفت. برای خروج ۱ بار دیگر فشار دهید.
exit-expired = زمان خروج با شیفت گذشت: از نو شروع کنید.
exit-history = خروج این صفحه را از فهرستی که دستگاه شما نگه می‌دارد پاک نمی‌کند.
safety-link = چگونه با احتیاط بخوانید
safety-short = ایمن بمانید

## صفحه

translation-missing = این صفحه هنوز ترجمه نشده است. به زبان اصلی نشان داده می‌شود: { $language }.
reviewed-on = بازبینی در { $date }.
law-note = دربارهٔ قانون ({ $place })، چنان‌که در { $date } خوانده شد. بپرسید از آن زمان چه تغییر کرده است. این اطلاعات است، نه مشاورهٔ حقوقی.
updated-on = به‌روزرسانی در { $date }.
topic = موضوع
topics = موضوع‌ها
page-count = { $count ->
    [one] یک صفحه
   *[other] { $count } صفحه
}
in-this-part = در این بخش
all-pages = همهٔ صفحه‌ها
sequel-label = صفحهٔ قبلی و بعدی
previous = قبلی
next = بعدی
pager-label = صفحه‌های این فهرست
pager-previous = صفحهٔ قبلی
pager-next = صفحهٔ بعدی
pager-position = صفحهٔ { $number } از { $total }

## خانه

audiences-title = چه چیزی شما را به اینجا آورد؟

## برای همراه بردن

download = دریافت ({ $format }، { $size } کیلوبایت)
download-print = برای داشتن آن روی کاغذ، این صفحه را از فهرست مرورگر چاپ کنید: متن و شماره‌ها بدون فهرست‌ها چاپ می‌شود.

## خط‌های تماس

help-title = با چه کسی تماس بگیرید
help-text = این خط‌ها در هر صفحه هست.
hotline-answers = چه کسی پاسخ می‌دهد
hotline-hours = ساعت‌ها
hotline-languages = زبان‌ها
hotline-sharing = چه چیزی را منتقل می‌کنند
hotline-interpreter = زبان‌های دیگر با مترجم
hotline-free = تماس رایگان است.
hotline-confirmed = تأیید در { $date }.
hotline-stale = از { $date } تأیید نشده: شاید تغییر کرده باشد.
hotline-stale-short = (از { $date } تأیید نشده)
hotline-zone = به ساعت { $zone }
hotline-demonstration = به‌عنوان نمونه.
channel-verb = { $kind ->
    [voice] تماس
    [tty] تماس با تلفن متنی
    [text] فرستادن پیامک
    [whatsapp] نوشتن
    [chat] باز کردن گفتگو
    [email] نوشتن
   *[other] باز کردن
}
channel-name = { $kind ->
    [voice] تماس
    [tty] تلفن متنی
    [text] پیامک
    [whatsapp] واتساپ
    [chat] گفتگو در وبگاه آن‌ها
    [email] رایانامه
    [in-person] حضوری
   *[other] وبگاه
}
channel-keyword = { $keyword } را به { $number } بفرستید

## رقم‌ها و منبع آن‌ها

sources-title = منبع رقم‌های این صفحه
source-mark = منبع { $number }
source-link = خواندن
source-archive = نسخه‌ای که تغییر نمی‌کند
source-accessed = خوانده‌شده در { $date }.
source-confirmed = دیده‌شده در { $date }.
source-figures = برای: { $figures }

## وقتی صفحه اینجا نیست

not-found-title = این صفحه اینجا نیست
not-found-text = شاید نشانی تغییر کرده باشد. دستگاه شما عیبی ندارد.
not-found-home = رفتن به صفحهٔ نخست
redirect-link = رفتن به «{ $title }»

## پای صفحه

footer-about = دربارهٔ این وبگاه
footer-audiences = برای خوانندگان دیگر
organisation = { $site }
organisation-note = { $site } این وبگاه را منتشر می‌کند.

## در متن‌ها

campaign-title = کارزار
campaign-description = آگاهی و کمک.
alert-note = یادداشت
alert-tip = پیشنهاد
alert-important = مهم
alert-warning = هشدار
alert-caution = احتیاط
footnotes = پانوشت‌ها
footnote-back = بازگشت به متن پانوشت
task-done = انجام شد
task-open = مانده
topic-list-title = همهٔ موضوع‌ها
topic-title = موضوع: { $topic }
choose-language = زبان خود را انتخاب کنید
choose-audience = برای چه کسی است؟
moved-title = این صفحه جابه‌جا شده است
moved-text = این صفحه نشانی تازه‌ای دارد. اگر اتفاقی نیفتاد، این پیوند را دنبال کنید.
feed-title = خبرهای { $title }
feed-link = دنبال کردن خبرها

## نام زبان‌ها

language-ar = عربی
language-de = آلمانی
language-en = انگلیسی
language-es = اسپانیایی
language-fa = فارسی
language-fr = فرانسوی
language-pt = پرتغالی
language-zh = چینی
