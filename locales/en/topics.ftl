# Names of topics. The survivors' edition shows visa, safety, law, lines and young: keep those neutral.

topic-visa = Visas and permits
topic-safety = Staying safe
topic-law = Rights and the law
topic-lines = Lines to call
topic-young = Under 18
topic-work = Work
topic-figures = Figures
topic-words = Words
