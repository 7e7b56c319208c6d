campaign-title = الميناء
audience-crew = الطواقم
audience-partners = الشركاء
audience-public = الجميع
