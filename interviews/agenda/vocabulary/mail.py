"""Words of mails: heads, quotations, versions, cancellations; folded where they are patterns of plain text."""

HEAD_NAMES = {
    **dict.fromkeys(("from", "von", "de", "van", "da", "fra", "från", "od", "absender", "expéditeur", "afzender", "remitente", "mittente"), "from"),
    **dict.fromkeys(("sent", "gesendet", "date", "datum", "envoyé", "verzonden", "enviado", "enviado el", "inviato", "data", "sendt", "skickat", "wysłano", "fecha", "dato", "gesendet am", "sent at", "received"), "date"),
    **dict.fromkeys(("to", "an", "à", "aan", "para", "til", "till", "do", "destinataire", "a"), "to"),
    **dict.fromkeys(("cc", "bcc", "kopie", "kopia", "kopi", "copia", "copie"), "cc"),
    **dict.fromkeys(("subject", "betreff", "objet", "onderwerp", "asunto", "oggetto", "assunto", "emne", "ämne", "temat", "re", "betr"), "subject"),
    **dict.fromkeys(("reply-to", "attachments", "anlagen", "importance", "pièces jointes", "bijlagen", "adjuntos", "allegati", "anexos", "priorität", "mime-version", "content-type", "message-id", "x-mailer", "return-path", "content-transfer-encoding", "vedhæftede filer", "bilagor"), "other"),
}  # fmt: skip
WROTE_BEGINS = (
    "on",
    "am",
    "le",
    "op",
    "el",
    "il",
    "em",
    "den",
    "på",
    "dnia",
    "w dniu",
    "il giorno",
    "pe",
    "a",
    "at",
)
WROTE = (
    "wrote",
    "schrieb",
    "a écrit",
    "schreef",
    "escribió",
    "ha scritto",
    "escreveu",
    "skrev",
    "napisał",
    "napisała",
    "napisał(a)",
)
FORWARDED = (
    "forwarded message", "original message", "original appointment", "begin forwarded message", "weitergeleitete nachricht", "ursprüngliche nachricht", "original-?nachricht", "ursprünglicher termin",
    "message transféré", "message d'origine", "doorgestuurd bericht", "oorspronkelijk bericht", "mensaje reenviado", "mensaje original", "messaggio inoltrato", "messaggio originale",
    "mensagem encaminhada", "mensagem original", "videresendt (?:meddelelse|melding)", "vidarebefordrat meddelande", "ursprungligt meddelande", "oprindelig meddelelse", "opprinnelig melding", "wiadomość przekazana", "oryginalna wiadomość", "forwarded by", "earlier message", "previous message", "anfang der weitergeleiteten nachricht", "début du message transféré",
)  # fmt: skip
OLD_VERSION = (
    "(?:the )?(?:old|older|previous|earlier|original|superseded|outdated|first|former) (?:version|schedule|agenda|itinerary|plan|programme|program|draft|timetable)", "superseded", "version 1\\b.*(?:superseded|old|void)", "was:?$", "previously:?$", "v1 ?\\(?(?:old|superseded|void)",
    "(?:alte[rs]?|bisherige[rs]?|ursprüngliche[rs]?|frühere[rs]?|überholte[rs]?|erster?) (?:version|ablauf|ablaufplan|plan|zeitplan|stand|fassung|entwurf|programm)", "ungültig",
    "(?:ancien|ancienne|précédente?) (?:version|programme|planning|horaire)", "(?:version|programme|planning) (?:précédente?|antérieure?|initiale?|ancien(?:ne)?)",
    "(?:oude|vorige|eerdere|oorspronkelijke) (?:versie|programma|planning|schema)", "(?:versión|programa|agenda|horario) (?:anterior|antigu[oa]|original|previ[oa])", "(?:versione|programma) (?:precedente|vecchi[oa]|originale)", "(?:versão|programa|agenda) (?:anterior|antig[oa]|original)",
    "(?:gammal|tidigare|gammel|tidligere|forrige|föregående) (?:version|versjon|schema|program|plan)", "(?:poprzednia|stara) wersja",
)  # fmt: skip
NEW_VERSION = (
    "(?:new|updated|revised|current|final|latest|corrected)",
    "(?:neue|aktualisierte|aktuelle|endgültige|korrigierte)",
    "(?:nouvelle?|mis à jour|définitive?)",
    "(?:nieuwe|aangepaste|definitieve)",
    "(?:nuev[oa]|actualizad[oa]|definitiv[oa])",
    "(?:nuov[oa]|aggiornat[oa])",
    "(?:nov[oa]|atualizad[oa])",
)
# Patterns for folded text.
CANCELLED = (
    "cancelled", "canceled", "cancel", "dropped", "removed", "deleted", "no longer happening", "not happening", "called off", "scrapped", "withdrawn", "struck out", "void", "does not take place", "skipped", "postponed", "off the schedule",
    "entfallt", "entfallen", "abgesagt", "gestrichen", "fallt aus", "ausgefallen", "findet nicht statt", "storniert",
    "annulee?", "annules?", "supprimee?", "n'a pas lieu", "n'aura pas lieu", "reportee?", "vervalt", "vervallen", "geannuleerd", "gaat niet door", "geschrapt", "afgelast",
    "canceladao?", "cancelad[oa]s?", "anulad[oa]s?", "suprimid[oa]s?", "suspendid[oa]s?", "annullat[oa]", "cancellat[oa]", "soppress[oa]", "eliminad[oa]s?", "desmarcad[oa]s?",
    "installd", "installt", "utgar", "aflyst", "avlyst", "udgar", "bortfaller", "odwolan[eay]", "anulowan[eay]",
)  # fmt: skip
NOT_CANCELLED = (
    "not cancel",
    "nicht abgesagt",
    "instead of",
    "replaces",
    "replaced",
    "cancellation",
    "cancel the",
    "to cancel",
    "cancel or",
    "reschedule or cancel",
    "cancel/",
    "pas annul",
    "niet geannuleerd",
    "no cancelad",
    "statt ",
    "ersetzt",
)
# "Moved to 13:30": the line holds no longer, another one says when.
MOVED_AWAY = (
    "moved to", "now at", "shifted to", "pushed to", "rescheduled to", "verschoben auf", "verlegt auf", "deplacee? a", "reportee? a", "decalee? a", "verplaatst naar", "verschoven naar", "trasladad[oa] a", "pasa a",
    "aplazad[oa] a", "spostat[oa] alle", "adiad[oa] para", "movid[oa] a", "flyttad till", "flyttet til", "przeniesion[eay] na", "see new time", "see below",
)  # fmt: skip
SIGN_OFFS = (
    "bien a toi", "bien a vous", "a vendredi", "a lundi", "a mercredi", "a tout bientot", "excellente journee", "sinceres salutations", "avec mes salutations", "bis montag", "bis dienstag", "bis mittwoch", "bis donnerstag", "bis freitag", "bis bald", "herzlichst", "herzlich", "mit bestem gruss", "es grusst", "beste gruesse", "tot maandag", "tot woensdag", "tot vrijdag", "alvast bedankt", "met groet", "warme groet",
    "hasta el lunes", "hasta el martes", "hasta el miercoles", "hasta el jueves", "hasta el viernes", "salutacions", "salutacions cordials", "una salutacio", "fins aviat", "un saludo cordial", "recibe un cordial saludo", "a lunedi", "a martedi", "a mercoledi", "a giovedi", "a venerdi", "cordialita", "un cordiale", "ate terca", "ate segunda", "ate sexta", "com os meus cumprimentos", "saudacoes", "beijinhos", "bjs", "vi ses pa", "vi ses i", "ha det", "pa gensyn", "bedste hilsener", "mange hilsner", "z pozdrowieniami", "lacze pozdrowienia", "do uslyszenia", "s pozdravem", "s pratelskym pozdravem", "saygilarimla", "iyi gunler", "terveisin", "ystavallisin terveisin", "parhain terveisin", "udvozlettel", "cu stima", "lep pozdrav", "s postovanjem",
    "see you on", "see you monday", "see you tuesday", "see you wednesday", "see you thursday", "see you friday", "until tomorrow", "until monday", "speak soon", "talk soon", "with thanks", "very best wishes", "have a good", "bests", "hugs", "ta",
    "can't wait", "cant wait", "au plaisir", "un caro saluto", "caro saluto", "abs", "abs.", "bises", "vanligen", "hasta entonces", "until then", "love", "ciao", "x", "cheerio", "gruss", "gruesse", "grusse", "hartelijks", "slan",
    "best", "best wishes", "best regards", "kind regards", "warm regards", "warmly", "regards", "sincerely", "yours sincerely", "yours faithfully", "yours truly", "cheers", "thanks", "thank you", "many thanks", "thanks again", "see you", "see you soon", "see you then", "see you there", "safe travels", "with kind regards", "with best wishes", "with best regards", "all the best", "respectfully", "take care", "looking forward", "warmest regards", "kindest regards", "with warm regards", "cordially", "yours", "have a great", "thx", "kr", "br", "all best", "very best", "best of luck", "good luck", "on behalf of",
    "mit freundlichen grussen", "mit freundlichem gruss", "freundliche grusse", "viele grusse", "beste grusse", "herzliche grusse", "mit besten grussen", "liebe grusse", "mfg", "vg", "lg", "bis dann", "schone grusse", "hochachtungsvoll", "mit herzlichen grussen", "i. a", "i.a", "gez", "schonen gruss", "viele liebe grusse", "freundlicher gruss", "mit freundlichen gruessen", "viele gruesse", "beste gruesse",
    "cordialement", "bien cordialement", "bien a vous", "sinceres salutations", "salutations", "meilleures salutations", "a bientot", "amities", "tres cordialement", "belle journee", "bonne journee", "veuillez agreer", "respectueusement", "je vous prie", "dans l'attente", "a mardi", "a jeudi", "a tres bientot",
    "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "groet", "groeten", "groetjes", "tot dan", "hoogachtend", "mvg", "met hartelijke groet", "tot ziens", "gr", "tot donderdag", "tot dinsdag",
    "saludos", "un saludo", "saludos cordiales", "un cordial saludo", "atentamente", "cordialmente", "un abrazo", "reciba un cordial saludo", "hasta pronto", "hasta el", "gracias", "muchas gracias", "quedo a", "le saluda", "nos vemos", "reciba un", "abrazos",
    "cordiali saluti", "distinti saluti", "cari saluti", "un saluto", "saluti", "a presto", "grazie", "un cordiale saluto", "con i migliori saluti", "buona giornata", "in attesa",
    "atenciosamente", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos", "atentamente", "abraco", "ate breve", "obrigado", "obrigada", "um abraco", "att", "cordialmente", "os melhores cumprimentos", "ate la", "ate quinta",
    "med vanliga halsningar", "vanliga halsningar", "mvh", "halsningar", "basta halsningar", "med vennlig hilsen", "vennlig hilsen", "med venlig hilsen", "venlig hilsen", "hilsen", "bedste hilsner", "de bedste hilsner", "beste hilsen", "vi ses", "vi ses da", "varma halsningar", "hjartliga halsningar", "vh",
    "z powazaniem", "pozdrawiam", "serdecznie pozdrawiam", "z wyrazami szacunku", "do zobaczenia",
)  # fmt: skip
GREETINGS = (
    "hi", "hello", "dear", "hey", "good morning", "good afternoon", "good evening", "greetings", "hiya",
    "sehr geehrter", "sehr geehrte", "lieber", "liebe", "hallo", "guten tag", "guten morgen", "moin", "servus", "gruss gott", "werter", "werte", "grüezi", "gruezi",
    "bonjour", "cher", "chere", "madame", "monsieur", "bonsoir", "chere madame", "cher monsieur", "salut",
    "beste", "geachte", "dag", "hoi", "goedemorgen", "goedemiddag", "lieve",
    "hola", "estimado", "estimada", "apreciado", "apreciada", "buenos dias", "buenas tardes", "querido", "querida", "estimado/a", "muy senora mia", "buenas", "distinguido", "distinguida",
    "gentile", "egregio", "egregia", "caro", "cara", "buongiorno", "ciao", "salve", "buonasera", "spettabile", "gent.mo", "gent.ma", "gentilissima", "gentilissimo", "gentile dott.ssa",
    "prezado", "prezada", "caro", "cara", "ola", "bom dia", "boa tarde", "estimado", "exmo", "exma", "oi", "car[oa]",
    "hej", "hei", "kara", "kare", "kaere", "kjaere", "god morgon", "hejsan", "tjena", "goddag", "tja",
    "szanowna", "szanowny", "drogi", "droga", "dzien dobry", "czesc", "witaj", "witam",
)  # fmt: skip
