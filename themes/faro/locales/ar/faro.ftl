# كلمات السمة faro. يمكن للحملة أن تكتب أيًّا منها من جديد في مجلدها locales/.

## حول الصفحة

skip-to-content = انتقل إلى المحتوى
menu = القائمة
menu-label = القائمة الرئيسية
language-label = اللغة
language-start = (الصفحة الأولى)
breadcrumb-label = أنت هنا
on-this-page = في هذه الصفحة
list-separator = { "، " }
clause-separator = { "؛ " }

## المخرج، في النسخ التي فيها مخرج

exit-label = اخرج الآن
exit-loading = جارٍ التحميل
exit-press-two = مفتاح العالي. اضغط مرتين أخريين للخروج.
exit-press-one = مفتاح العالي. اضغط مرة أخرى للخروج.
exit-expired = انتهى الوقت للخروج بمفتاح العالي: ابدأ من جديد.
exit-history = الخروج لا يمحو هذه الصفحة من القائمة التي يحفظها جهازك.
safety-link = كيف تقرأ هذا بحذر
safety-short = ابقَ آمنًا

## الصفحة

translation-missing = لم تُترجم هذه الصفحة بعد. تظهر بلغتها الأصلية: { $language }.
reviewed-on = رُوجعت في { $date }.
law-note = عن القانون ({ $place }) كما قُرئ في { $date }. اسألوا عمّا تغيّر منذ ذلك الحين. هذه معلومات وليست استشارة قانونية.
updated-on = حُدّثت في { $date }.
topic = موضوع
topics = المواضيع
page-count = { $count ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
in-this-part = في هذا القسم
all-pages = كل الصفحات
sequel-label = الصفحة السابقة والصفحة التالية
previous = السابق
next = التالي
pager-label = صفحات هذه القائمة
pager-previous = الصفحة السابقة
pager-next = الصفحة التالية
pager-position = الصفحة { $number } من { $total }

## البداية

audiences-title = ما الذي جاء بك إلى هنا؟

## لتأخذه معك

download = تنزيل ({ $format }، { $size } ك.ب)
download-print = لتحصل عليها على ورق، اطبع هذه الصفحة من قائمة المتصفح: يخرج النص والأرقام من دون القوائم.

## خطوط الاتصال

help-title = بمن تتصل
help-text = تجد هذه الخطوط في كل صفحة.
hotline-answers = من يجيب
hotline-hours = الأوقات
hotline-languages = اللغات
hotline-sharing = ما الذي ينقلونه
hotline-interpreter = لغات أخرى مع مترجم
hotline-free = المكالمة مجانية.
hotline-confirmed = تم التأكد في { $date }.
hotline-stale = لم يُؤكَّد منذ { $date }: ربما تغيّر.
hotline-stale-short = (لم يُؤكَّد منذ { $date })
hotline-zone = بتوقيت { $zone }
hotline-demonstration = معروض كمثال.
channel-verb = { $kind ->
    [voice] اتصل
    [tty] اتصل بالهاتف النصي
    [text] أرسل رسالة
    [whatsapp] اكتب
    [chat] افتح المحادثة
    [email] اكتب
   *[other] افتح
}
channel-name = { $kind ->
    [voice] مكالمة
    [tty] هاتف نصي
    [text] رسالة نصية
    [whatsapp] واتساب
    [chat] محادثة في موقعهم
    [email] بريد إلكتروني
    [in-person] حضوريًّا
   *[other] موقع
}
channel-keyword = أرسل { $keyword } إلى { $number }

## الأرقام ومصادرها

sources-title = مصادر الأرقام في هذه الصفحة
source-mark = المصدر { $number }
source-link = اقرأه
source-archive = نسخة لا تتغير
source-accessed = قُرئ في { $date }.
source-confirmed = شوهد في { $date }.
source-figures = من أجل: { $figures }

## عندما لا تكون الصفحة هنا

not-found-title = هذه الصفحة ليست هنا
not-found-text = ربما تغيّر العنوان. لا خلل في جهازك.
not-found-home = اذهب إلى الصفحة الأولى
redirect-link = اذهب إلى «{ $title }»

## أسفل الصفحة

footer-about = عن هذا الموقع
footer-audiences = لقرّاء آخرين
organisation = { $site }
organisation-note = { $site } تنشر هذا الموقع.

## في النصوص

campaign-title = حملة
campaign-description = معلومات ومساعدة.
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تنبيه
alert-caution = احذر
footnotes = الحواشي
footnote-back = العودة إلى نص الحاشية
task-done = تمّ
task-open = لم يتم بعد
topic-list-title = كل المواضيع
topic-title = الموضوع: { $topic }
choose-language = اختر لغتك
choose-audience = لمن هذا؟
moved-title = انتقلت هذه الصفحة
moved-text = لهذه الصفحة عنوان جديد. إذا لم يحدث شيء، فاتبع هذا الرابط.
feed-title = أخبار { $title }
feed-link = تابع الأخبار

## أسماء اللغات

language-ar = العربية
language-de = الألمانية
language-en = الإنجليزية
language-es = الإسبانية
language-fa = الفارسية
language-fr = الفرنسية
language-pt = البرتغالية
language-zh = الصينية
