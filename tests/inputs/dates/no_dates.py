"""Texts that name no day; most of them hold numbers that look like one."""

DANISH = (
    # statuses
    "afventer", "løbende", "snarest", "hurtigst muligt", "asap", "i gang", "under udarbejdelse",
    "skal opdateres", "ikke planlagt", "ukendt", "afventer svar fra SDS", "om muligt", "i god tid",
    "udsat da SDS ikke deltager", "indtil videre", "ved lejlighed", "?", "-", "", "   ", "n/a",
    # durations
    "3 mdr.", "1 måneds varsel", "en måneds varsel før ibrugtagning", "14 dage", "14 dages frist",
    "60-90 minutter", "(15 min)", "75 min.", "en time", "1,5 time", "2-3 uger", "et halvt år",
    "10 arbejdsdage", "1 måneds forberedelse", "frist på 14 dage", "3 ugers høring", "i 3 uger",
    # recurrences
    "hver anden torsdag", "hver torsdag kl. 14", "torsdage", "torsdage kl. 14", "hver uge",
    "ugentligt", "månedligt", "hver den 1. i måneden", "den første torsdag i måneden",
    "første torsdag i hver måned", "hver 14. dag", "kvartalsvis", "om torsdagen", "årligt",
    "på hverdage kl. 8-16", "hverdage kl. 8-16", "alle hverdage kl. 9-15",
    "torsdag i lige uger", "ugentligt møde torsdag", "torsdag hver anden uge",
    # numbers of things
    "punkt 2.1", "pkt. 2.1", "2.1 Status på tidsplaner", "1.3 Status på tidsplaner i sektorerne",
    "nr. 19", "Fællesmøde nr. 19", "Referat af 8. møde", "version 2.1", "v2.1", "v. 1.2.3",
    "FHIR 4.0.1", "Cura 22.1", "HL7 2.5", "release 10.3", "1. release til kundetest",
    "Ved 1. synkronisering", "3. behandling", "bilag 3", "side 10-12", "afsnit 3.2", "kapitel 4",
    "A-19-03", "#16 Opmærkning af data", "sag nr. 2022-1234", "j.nr. 22/12345", "slide 12/24",
    # telephone, CPR, amounts, laws, places
    "tlf. 12 34 56 78", "12345678", "+45 12 34 56 78", "1234 5678", "ring på 70 10 20 30",
    "010190-1234", "010190 1234", "010190–1234", "0101901234", "CVR 12345678", "cpr 311299-4321",
    "1.500 kr.", "1.500", "kr. 10.3", "5 mio. kr.", "12.000 borgere", "10 %", "2,5 mio.",
    "lov nr. 692", "lov nr. 692 af 8. juni 2018", "L 63", "L63", "lov 692/2018", "§ 12", "stk. 3",
    "8000 Aarhus C", "2100 København Ø", "i 2200 København N", "postnr. 2000", "192.168.1.10",
    # counts
    "10/12 leverandører har svaret", "11/12 stemmer", "5/8 kommuner er klar", "de 10", "de 3",
    "8 kommuner", "10 kommuner", "2 emner", "10-12 deltagere", "3-4 kommuner", "2/3 flertal",
    "3/4 af kommunerne", "1/2 time", "24/7", "24/7 support", "2200 borgere", "to vendorer",
    # words that look like dates
    "Afklare med KL", "KL deltager", "aftalt med KL. 14 kommuner", "man skal huske", "mandat",
    "Maj Hansen", "August Krogh", "til Maj", "God jul", "det er lige ved", "halv pris",
    "Punkter til næste møde", "mødet", "sidste møde", "ugen inden opstart", "næste punkt",
    "Kommunernes ibrugtagning af Fælles Stamkort", "Mars", "den 1. leverandør", "10 timer 2022",
    "Maj følger op", "Maj og Karen følger op", "Maj fra KMD", "Maj-Britt Hansen",
    "Marts Jensen", "Juni Dahl", "fredagsbar", "søndagsåbent", "uge for uge", "weekendvagt",
    "Opgradering fra 4.2 til 5.1", "Nexus 2022.1", "Windows 10", "MedCom 10.3", "EPJ2022", "OK22",
    "1-1-møde", "5-10 borgere", "score 7.5", "Skema 14.1", "ISO 8601",
    "200 stk.", "1. prioritet", "2. sal", "del 1 af 3", "årsrapport 2021", "Budget for 2022",
    "primo", "ultimo", "inden", "senest", "senest muligt", "efter aftale", "fra start til slut",
    "før og efter", "med virkning fra aftalt tidspunkt", "kl", "klokken", "halvår", "kvartalet",
    "halvdelen", "nogle dage", "om et par uger", "forleden", "engang", "den ene dag",
    "Antal medarbejdere, som får adgang", "Afholdt som aftalt", "Q5", "H3", "kvartal 5",
    "Q3.2", "forår og efterår er travle",
    "3/5 stemte ja", "7/10 er klar", "2/3 stemte for", "3/5 af leverandørerne", "4/5 i alt",
    "7/10 har svaret", "3/5 mangler endnu", "oktobers tal", "dennes", "møde 5/2022",
    "fra Jan", "mail fra Maj", "vi spørger Jan", "næste man siger", "søn og far", "u. 14 år",
    "fem i to grupper", "Thanks to June", "13/2022",
    # names with a date's shape inside
    "U19 hold", "U21-landsholdet", "Sag 12/2022", "sagen 12/2022 er lukket", "Journalnr. 12/2022",
    "løbenummer 10/3", "version 10.3.2022-beta", "referat_10.3.2022.docx",
    "referat 10.3.2022.docx", "mail@uge12.dk", "maj-britt", "oktober-koalitionen",
    "dok. 12/9-1", "mandag til fredag hver uge", "#uge12", "fil_uge12.pdf", "uge12.xlsx",
    "plan_Q4.pptx", "medcom.dk/uge12", "www.medcom.dk/2022/03/10", "D3.1", "april-snarren",
    "3/4-flertal", "ordre nr. 12.10.25-1", "nr. 12.10.25-1",
    "ca. 2022 brugere", "i de kommende år", "de kommende måneder", "12/12 bestået",
    # English words that say no day
    "Black Friday", "Black Friday-tilbud", "Casual Friday hos EG", "Frida", "sendt til May",
    "Digital Health Tomorrow", "every Friday", "Fridays", "3 weeks", "two months' notice", "ASAP",
    "may", "march", "Velkomst ved June",
)  # fmt: skip

DANISH_REFUSED = (
    # dates that don't exist, or that nothing here can place
    "30. februar 2022", "31. april", "32. marts", "29. februar 2022", "uge 53 2022", "uge 54",
    "uge 0", "2022-02-30", "31/4", "kl. 25", "kl. 14.75", "3 mdr. herefter", "14 dage senere",
    "store bededag 2024", "fra 10. april 2022 til 1. april 2022",
)  # fmt: skip

ENGLISH = (
    "awaiting", "ongoing", "ASAP", "as soon as possible", "TBD", "to be updated", "in progress",
    "not planned", "until further notice", "n/a", "?", "in due course",
    "one month's notice", "3 months", "two weeks' notice", "90 minutes", "14 days", "a fortnight",
    "every other Thursday", "every Thursday at 14:00", "Thursdays", "weekly", "monthly",
    "the first Thursday of every month", "each month",
    "item 2.1", "2.1 Status of plans", "no. 19", "version 2.1", "v2.1", "release 10.3",
    "FHIR 4.0.1", "page 10-12", "A-19-03", "case 2022-1234", "section 3.2", "the 1st vendor",
    "phone +45 12 34 56 78", "010190-1234", "DKK 1,500", "€1.500", "10 %", "5 million",
    "Act no. 692", "Act no. 692 of 8 June 2018", "8000 Aarhus C", "2100 Copenhagen",
    "10/12 vendors have answered", "April from KMD", "May I ask?", "to fall", "we fall behind",
    "in the fall of prices", "the last Friday of the month", "on weekdays at 9",
    "8 municipalities", "10-12 people", "two thirds", "3/4 of the municipalities", "24/7",
    "we may attend", "the march of progress", "sat down in the sun", "next item", "10.3",
    "Thanks to June", "ask April", "he sat on sun", "the sun is up", "mail from Jan",
    "mar the result", "the vote was five to two", "3/5 voted yes", "7/10 are ready",
    "minutes_2022-03-10.docx", "minutes 2022-03-10.docx", "in the coming weeks", "the coming years",
    "case number 12/2022", "3/5 in favour", "Friday after next", "the meeting", "last meeting",
    "Monday.com", "#week12", "me@week12.dk", "one second", "a half",
    "Maj Hansen", "reviewed by Maj", "to Maj", "hver torsdag", "torsdage",
    "3 uger", "start time", "Jul Nielsen", "den",
)  # fmt: skip

ENGLISH_REFUSED = (
    "30 February 2022", "31 April", "29 February 2022", "week 53 2022", "week 0", "week 54",
    "three months later", "2 weeks thereafter",
)  # fmt: skip
