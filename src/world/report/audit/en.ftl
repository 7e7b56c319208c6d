# The safety report (campaign audit). No id may be missing in es.ftl.

audit-title = Safety report
audit-language = English
audit-intro = What this campaign promises to the people who visit it, and what a look at every published page and file says about it. Nothing here is a promise about the visitor's own phone, or about whoever may be watching it.
audit-address = Published at
audit-date = Looked at on
audit-hosts = Published on
audit-errors = { $count ->
    [0] Nothing stops this campaign from being published.
    [one] { $count } error stops this campaign from being published. What is said here holds for the pages as they are now.
   *[other] { $count } errors stop this campaign from being published. What is said here holds for the pages as they are now.
}
audit-summary = Summary
audit-summary-caption = Each promise in each edition
audit-guarantee = Promise
audit-status = Status
audit-evidence = What was counted
audit-meaning = What the words mean
audit-edition = { $name }
audit-front-door = The front door
audit-pages = { $count ->
    [one] { $count } page was looked at.
   *[other] { $count } pages were looked at.
}
audit-examples = for example
audit-lost-on = Lost on: { $hosts }

audit-held = held
    .means = What was counted agrees with the promise.
audit-broken = broken
    .means = Something was found that the promise excludes. It should be mended before anybody relies on it.
audit-lost = lost
    .means = The files keep the promise, but a host of this campaign cannot send what it needs.
audit-untestable = not testable
    .means = No look at files can tell: it takes a browser, a host or a person.
audit-off = not offered
    .means = The promise was not made to this edition.

audit-S1 = Quick exit
    .how = The first link that leads off every page, and a button, go to a plain page of another site, without a script.
audit-S2 = Exit only where it helps
    .how = An edition has an exit because campaign.toml says so for its audience, and for no other reason.
audit-S3 = Exit never covered
    .how = The exit stays on the screen and nothing lies over it. A browser has to show this.
audit-S4 = No other company is told
    .how = No page, style sheet or drawing asks another host for anything, embeds another page, or connects in advance.
audit-S5 = Nothing is stored or sent
    .how = No script names a way to leave something on the device or to send something.
audit-S6 = Strict content policy
    .how = Every page states the same policy before anything loads, and holds no script, style or handler of its own.
audit-S7 = Nobody learns where a visitor comes from
    .how = Every page says no-referrer, and so does every link to another site.
audit-S8 = Neutral titles, addresses and file names
    .how = No word of the list for its language stands in the title, description, preview, address or file names of a page.
audit-S9 = Neutral host and folder
    .how = The name of the host and the folder of the edition say nothing about the subject.
audit-S10 = Honest about its limits
    .how = The edition says in its own language that the history stays, that a hidden program may watch, and that another device is safer.
audit-S11 = Safety notice on every page
    .how = Every page links to the page on using the site safely.
audit-S12 = No forms and no e-mail
    .how = No page asks for anything to be typed or offers to write an e-mail.
audit-S13 = Works without scripts
    .how = All content is there when scripts are off. A browser has to show this; pages are made without scripts.
audit-S14 = Followed links look like others
    .how = No style sheet gives visited links another look.
audit-S15 = No edition knows of another
    .how = What is written for others is dropped before a page is made. Tests of the tool hold this; the files of one campaign cannot prove it.
audit-S16 = Photographs tell no place and no person
    .how = No photograph carries EXIF, XMP or IPTC data.
audit-S17 = This report
    .how = Every promise is looked at in every edition, and what cannot be told is said.
audit-P1 = Light enough
    .how = No page costs more kilobytes or requests than its budget, compressed, with everything it shows.
audit-H1 = No other site can frame a page
    .how = A header says so (frame-ancestors, X-Frame-Options); a page itself cannot.
audit-H2 = Nothing guesses, senses or shares
    .how = Headers forbid guessing types, using sensors and sharing a window with other sites (nosniff, Permissions-Policy, COOP, CORP).
audit-H3 = No copy stays on the device
    .how = A header says no-store with every page of the edition.
audit-H4 = Secure connections only
    .how = A header says so for a year (HSTS).
audit-H5 = A missing address answers in the reader's language
    .how = The host shows the page of the nearest folder.
audit-H6 = No record of visits
    .how = Whether a host keeps network addresses is its own decision: ask it.

audit-fact-exit = Pages on which the exit is missing, incomplete or not first: { $count } of { $total }.
audit-fact-foreign = Files asked of other hosts: { $count }.
audit-fact-embedding = Frames, other bases and early connections: { $count }.
audit-fact-traces = Words in scripts that store or send: { $count }.
audit-fact-scripts = Scripts: { $count }.
audit-fact-policy = Pages without the policy, or with it too late: { $count } of { $total }.
audit-fact-inline = Scripts, styles and handlers inside pages: { $count }.
audit-fact-referrer = Pages that do not say no-referrer: { $count } of { $total }.
audit-fact-links = Links to other sites without noreferrer: { $count }.
audit-fact-words = Words that tell the subject: { $count }.
audit-fact-addresses = Words in host and folder that tell the subject: { $count }.
audit-fact-messages = Safety messages that are missing: { $count } of { $total }.
audit-fact-safety = Pages without a link to the safety page: { $count } of { $total }.
audit-fact-forms = Forms: { $count }.
audit-fact-mail = Mail links: { $count }.
audit-fact-visited = Style sheets with a look for visited links: { $count }.
audit-fact-metadata = Photographs with metadata: { $count }.
audit-fact-overweight = Pages over the budget: { $count } of { $total }.
audit-fact-heaviest = The heaviest page costs { $count } kB of { $total } kB.
audit-fact-requests = The page with most requests makes { $count } of { $total }.
