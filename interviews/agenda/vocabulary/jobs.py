"""What people are: words that head a job title, departments, and what stands around names; folded."""

from interviews.agenda.vocabulary import phrases, table

# A phrase with one of these is a job title or a function.
JOBS = table("""
stellvertreter stellvertreterin stellvertretung vertreter vertreterin interne adjointe adjoint plaatsvervanger suplente sostituto suplentka zastepca zastepczyni stedfortraeder
accountant actuary administrator adviser advisor agent ambassador analyst anaesthetist architect artist assistant associate
attorney auditor author bailiff barrister biologist board bursar buyer cashier cardiologist ceo cfo chair chairman chairperson chairwoman
chairholder chancellor chaplain chef chemist chief cio ciso clerk clinician cmo co-founder cofounder commander commissioner
conductor consultant controller coo coordinator co-ordinator copywriter counsel counsellor counselor cpo cro cto curator
customer-success dean deputy designer developer devops director dispatcher dosimetrist doctor editor educator electrician engineer
epidemiologist estimator evp examiner executive facilitator faculty fellow firefighter fitter foreman founder geologist
geophysicist governor handler head headmaster headmistress headteacher hospitalist housekeeper hydrographer inspector
instructor intern intensivist internist investigator investor janitor journalist judge lawyer lead leader lecturer librarian
lieutenant machinist magistrate maker manager marshal matron mayor md mechanic mediator member mentor merchandiser
midwife minister moderator musician neurologist nurse officer oncologist operator organiser organizer
orthopaedist owner pa paediatrician paralegal paramedic partner pastor pathologist pediatrician perfusionist pharmacist
photographer physician physicist physiotherapist pilot planner plumber poet postdoc postdoctoral preceptor prefect president
principal producer professor programmer proofreader prosecutor provost psychiatrist psychologist publisher radiographer
radiologist ranger reader receptionist recruiter rector registrar reporter representative researcher resident reviewer
scientist scheduler secretary sergeant server shareholder shepherd sommelier sourcer specialist sponsor staffer statistician steward
stylist sub-dean superintendent supervisor surgeon surveyor svp teacher teamlead technician technologist therapist trader trainer trainee
translator treasurer trustee tutor underwriter urologist vet vicar vice-president vice-chair viola violist vp avp writer
yardmaster zoologist ombudsman observer sre swe tpm pm em hrbp mlt pi pgy-1 pgy-2 pgy-3 pgy-4 pgy-5 cellist violinist soloist
conductor dramaturg dramaturge concertmaster principal-cello bookkeeper evaluator assessor interviewer convenor convener expert
stadtrat stadtratin dezernent dezernentin landrat landratin stadtkammerer jordmor overlege lege tillitsvalgt verneombud rådgiver radgiver sykepleier anestesilege vaktmester hjelpepleier saksbehandler byggeleder tillidsrepraesentant fagleder fagansvarlig kammerin kammerer turnuslege assistentlege nestleder varaordforer
umweltbeauftragte geselle gesellin polier bauleiter bauleiterin obermonteur schwerbehindertenvertretung schwerbehindertenvertreter personalrat personalratin personalratsvorsitzender personalratsvorsitzende betriebsratsvorsitzender betriebsratsvorsitzende jugendvertreter jugendvertreterin gleichstellungsbeauftragter
surintendant surintendante chirurgien chirurgienne sage-femme brigadier chefferie logisticien logisticienne doctorant doctorante experte chargée bourgmestre echevin echevine greffier greffiere huissier clinicien clinicienne pharmacien pharmacienne caissier caissiere magasinier regisseur regisseuse
# German
leiter leiterin leitung referent referentin berater beraterin ingenieur ingenieurin entwickler entwicklerin assistent
assistentin assistenz geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung geschaftsleitung vorstand vorstandin vorsitzende vorsitzender
sekretariat sekretarin sachbearbeiter sachbearbeiterin meister meisterin oberarzt oberarztin chefarzt chefarztin arzt arztin facharzt facharztin assistenzarzt assistenzarztin
professorin direktor direktorin dekan dekanin dozent dozentin lehrer lehrerin lehrstuhlinhaber lehrstuhlinhaberin
mitarbeiter mitarbeiterin werksleiter abteilungsleiter gruppenleiter teamleiter projektleiter bereichsleiter kaufmann kauffrau
schulleiter schulleiterin stellvertretender stellvertretende stellv betriebsrat betriebsratin gleichstellungsbeauftragte beauftragte
beauftragter personalreferent personalreferentin personalleiter personalleiterin prokurist prokuristin partnerin anwalt anwaltin
rechtsanwalt rechtsanwaltin richter richterin burgermeister burgermeisterin pflegedirektor pflegedirektorin pflegedienstleitung stationsleitung
wissenschaftler wissenschaftlerin doktorand doktorandin rektor rektorin kanzler kanzlerin konrektor konrektorin prodekan prodekanin vertreterin vertreter sprecher sprecherin
hauptabteilungsleiter referatsleiter referatsleiterin amtsleiter amtsleiterin kammerer kurator kuratorin buchhalter buchhalterin techniker technikerin
# French
drh raf daf dsi dga pdg responsable directeur directrice chef cheffe charge chargee gerant gerante ingenieur ingenieure developpeur developpeuse
conseiller conseillere adjoint adjointe secretaire president presidente vice-president vice-presidente maitre doyen doyenne
chercheur chercheuse enseignant enseignante professeure associee gestionnaire coordinateur coordinatrice
coordonnateur coordonnatrice animateur animatrice comptable technicien technicienne medecin infirmier infirmiere cadre assistante
juriste avocat avocate delegue deleguee recruteur recruteuse dirigeant dirigeante fondateur fondatrice redacteur redactrice proviseur proviseure conducteur
redacteur representant representante stagiaire administrateur administratrice formateur formatrice consultante analyste
# Dutch
hoofd directeur-bestuurder leidinggevende medewerker medewerkster adviseur beleidsmedewerker coordinator teamleider projectleider afdelingshoofd
hoogleraar docent docente onderzoeker verpleegkundige arts bestuurder voorzitter recruiter secretaris rector wethouder ontwikkelaar
accountmanager lid begeleider leerkracht manager opleider hoofddocent universitair personeelsadviseur bedrijfsleider beheerder ontwerper teammanager
# Spanish
jefe jefa director directora responsable gerente ingeniero ingeniera desarrollador desarrolladora tecnico tecnica
coordinador coordinadora consultor consultora profesor profesora catedratico catedratica decano decana investigador investigadora
presidenta socio socia abogado abogada medico medica enfermero enfermera secretaria asesor asesora analista
encargado encargada subdirector subdirectora vocal reclutador reclutadora supervisora adjunta delegado delegada arquitecto arquitecta
# Italian
responsabile direttore direttrice dirigente capo ingegnere sviluppatore sviluppatrice coordinatore coordinatrice consulente
professoressa ricercatore ricercatrice presidente socio socia avvocato avvocata medico infermiere infermiera segretario
segretaria assistente impiegato impiegata amministratore amministratrice addetto addetta primario preside rettore docente selezionatrice referente tecnico architetto progettista
# Portuguese
diretor diretora gestor gestora gerente chefe engenheiro engenheira desenvolvedor desenvolvedora programador programadora coordenador coordenadora
consultora professora investigadora presidente socia advogado advogada medica enfermeiro enfermeira recrutador recrutadora lider vice-presidente
secretario assessor assessora tecnica supervisor encarregado pesquisador pesquisadora
# Nordic
chef avdelningschef enhetschef gruppchef projektledare utvecklare ingenjor rekryterare personalchef rektor larare sjukskoterska
overlakare lakare professor lektor dekan vd ekonomichef handlaggare forskare ledare samordnare avdelingsleder leder direktor
konsulent udvikler utvikler ingenior rektor laerer sygeplejerske overlaege laege medarbejder formand forstander seniorradgiver radgiver forsker produktchef verksamhetschef sektionschef
prosjektleder projektleder afdelingschef kontorchef teamleder partner advokat hr-chef hr-partner personalesjef daglig
vicepresidente vicepresidenta psicologo psicologa psicologue psychologe psychologin auxiliar examinador examinadora instructor instructora comandante psicologa vocal adjunto matrona celador ombud representant foretradare planarkitekt arkitekt stadsarkitekt konservator skyddsombud kommunalrad ordforande vagledare restaurateur restauratore gouvernante concierge conservator bestuurslid ondernemingsraad gemeentesecretaris gemeentearchivaris wethouder burgemeester depotbeheerder marketeer registrar receptiemedewerker hoofdconducteur conducteur vakbondsvertegenwoordiger contremaitre contremaitresse administratrice werkstudent werkstudentin aktuar aktuarin betriebsarzt betriebsarztin schichtfuhrer schichtfuhrerin syndikusrechtsanwalt fakultatsreferentin fakultatsreferent medientechniker laborleiter laborleiterin meisterin trainee praktikant praktikantin vet vets matron senco clerk
# Polish
kierownik kierowniczka dyrektor dyrektorka inzynier programista programistka specjalista specjalistka prezes koordynator koordynatorka lider
ksiegowy ksiegowa nauczyciel lekarz pielegniarka rekruter rekruterka asystent asystentka doradca czlonek przewodniczacy dziekan prodziekan analityk zastepca glowny glowna
""")  # fmt: skip
JOB_ENDINGS = (
    "overlege", "lege", "radgiver", "sykepleier", "sygeplejerske", "sjukskoterska", "jordmor", "barnmorska", "laeger", "tillitsvalgt", "tillidsmand", "direktor", "radgivare", "konsulent", "konsult",
    "sekretariat", "fachfrau", "fachmann", "fachperson", "arztinnen", "arzte", "kraft", "inspektor", "inspektorin", "kommissar", "kommissarin", "beamter", "beamtin", "secretaris", "meesteres", "bestyrer", "mester", "mastare", "sekreterare", "sekretaer", "chefe", "bestuurder", "ambtenaar", "functionaris", "psychologe", "therapeut", "therapeutin", "juristin", "jurist", "buchhalter", "buchhalterin", "verantwortliche", "verantwortlicher", "vertretung", "mechaniker", "mechatroniker",
    "leiter", "leiterin", "leitung", "ingenieur", "ingenieurin", "referent", "referentin", "berater", "beraterin",
    "entwickler", "entwicklerin", "assistent", "assistentin", "assistenz", "beauftragte", "beauftragter", "inhaber",
    "inhaberin", "sprecher", "sprecherin", "arzt", "arztin", "lehrer", "lehrerin", "vorstand", "manager", "managerin",
    "partner", "partnerin", "direktor", "direktorin", "chef", "chefin", "betreuer", "betreuerin", "techniker",
    "technikerin", "architekt", "architektin", "forscher", "forscherin", "kaufmann", "kauffrau", "medewerker",
    "leider", "adviseur", "leidster", "coordinator", "directeur", "kundige", "ontwikkelaar", "chefen", "ledare", "ledaren", "utvecklare", "utvikler",
    "ologist", "ologe", "ologin", "ologue", "ologo", "ologa", "iatrician", "koordinator", "koordinatorin", "trainer", "meister", "meisterin", "planer", "planerin",
    "sjef", "leder", "ansvarig", "ansvarlig", "vorsitzende", "vorsitzender", "vorsitzenden", "beauftragten", "prasidenten", "referenten", "sekretarin", "pfleger", "pflegerin", "pfarrer", "anwalt", "anwaltin",
)  # fmt: skip
# Go before a job or stand for its level; alone they are not one.
LEVELS = table("""
erster erste zweiter zweite premier premiere primo prima primer primera eerste external independent unabhangiges externes externer
assoc asst exec dep snr
senior junior lead staff principal group global regional national assistant associate deputy vice executive managing general
acting interim founding chief head technical corporate divisional departmental visiting adjunct clinical consulting emeritus
i ii iii iv sr jr principale senior
""")
# Departments and specialties: alone after a name they are a function, in a line's beginning a topic.
DEPARTMENTS = table("""
hr it ops qa pr rd r&d accounts accounting admissions campus administration advertising aerospace algorithms analytics anesthesiology anaesthesia antitrust
applications arbitration audit automation banking biology biostatistics brand budgeting business capital cardiology
chemistry civil claims clinical cloud commercial communications community compliance construction corporate credit cybersecurity
data deals demand dermatology design development diagnostics digital diligence ecology economics education electronics
emergency employment energy engineering english environment equities estates ethics events facilities finance financial firmware fundraising
geography geology governance growth hardware healthcare history hospitality humanities icu industrials infrastructure innovation insurance
integration international investment investments law learning legal lending litigation logistics machine maintenance manufacturing market marketing markets
mathematics mechanics media medicine merchandising mergers microbiology mobile modelling modeling music network neurology nursing obstetrics oncology operations
optics orthopaedics orthopedics payroll people performance personnel pharmacology pharmacy philosophy physics planning platform policy politics portfolio pricing procurement
product production products program programme programmes programs psychiatry psychology purchasing quality quantitative radiology real recruiting recruitment regulatory rehabilitation
reliability research resources resourcing restructuring retail risk robotics safety sales science sciences security service services software
sociology solutions sourcing statistics strategy supply support surgery sustainability systems talent tax technology telecom theology
toxicology trading training transportation treasury trust urology valuation validation vision wealth web welfare workforce workplace
customer success experience human intelligence chain backend frontend full-stack fullstack estate equity private public health care paediatrics pediatrics
patient outpatient inpatient medical student international alumni library teaching undergraduate graduate postgraduate curriculum inclusion diversity pastoral
# German
personal personalabteilung personalwesen personalentwicklung personalmanagement produktion produktionsplanung vertrieb einkauf entwicklung forschung konstruktion
fertigung qualitat qualitatssicherung qualitatsmanagement logistik buchhaltung finanzen controlling recht rechtsabteilung verwaltung datenschutz
kommunikation offentlichkeitsarbeit regelungstechnik informatik mathematik physik chemie chirurgie innere medizin pflege it-sicherheit arbeitssicherheit versuch anwendungstechnik montage
instandhaltung strategie marketing unternehmensentwicklung nachhaltigkeit technik automatisierung elektronik softwareentwicklung werkstoffe materialwirtschaft
# French
ressources humaines rh comptabilite achats ventes marche juridique communication informatique recherche developpement qualite
production maintenance logistique finances chirurgie cardiologie pediatrie enseignement pedagogie formation scolarite urbanisme direction generale
# Dutch
personeelszaken financien inkoop verkoop onderzoek ontwikkeling juridische zaken bedrijfsvoering kwaliteit communicatie onderwijs zorg p&o
# Spanish, Italian, Portuguese
recursos humanos rrhh finanzas contabilidad compras ventas investigacion desarrollo calidad produccion logistica juridico sistemas operaciones
risorse umane personale acquisti vendite ricerca sviluppo qualita produzione logistica amministrazione finanza legale
gente financeiro vendas pesquisa desenvolvimento qualidade producao juridico tecnologia dados
# Nordic, Polish
ekonomi inkop forsaljning forskning utveckling kvalitet personalavdelning personal okonomi salg indkob udvikling utvikling kvalitet drift
kadry finanse sprzedaz zakupy badania rozwoj jakosc produkcja
""")
HR_WORDS = phrases("""
rekrutacja, rekruter, rekruterka, kadry, rrhh, werving, tecnica de seleccion, tecnico de seleccion, selezione del personale, recrutamento, rekrytering, rekruttering, hr, human resources, human resource, recruiter, recruiting, recruitment, talent, people partner, people & culture, people and culture,
people operations, people ops, people team, people business partner, head of people, chief people officer, people officer, people manager,
people lead, people advisor, people adviser, people, hrbp, personnel, staffing, sourcer, employer branding, resourcing, early careers, campus recruiting, hiring coordinator
candidate experience, scheduling coordinator, faculty employment, compensation, benefits
personalabteilung, personalreferent, personalreferentin, personalleiter, personalleiterin, personalwesen, personalmanagement, personalentwicklung, personalgewinnung, personalchef, personalberaterin, personalberater, personalverwaltung
personaldezernat, personalleitung, bewerbermanagement, recruiterin, personalservice, personalsachbearbeiterin, personalsachbearbeiter, personalmarketing
rh, drh, ressources humaines, recrutement, talents, recruteur, recruteuse, charge de recrutement, chargee de recrutement
p&o, personeelszaken, personeel, werving, hr-adviseur, personeelsadviseur, personeelsfunctionaris, hrm
rrhh, recursos humanos, seleccion, talento, reclutadora, reclutador, gestion de personas, personas, rr.hh.
risorse umane, selezione, personale, ufficio personale, del personale, hr manager, selezionatrice, selezionatore
recrutamento, gestao de pessoas, pessoas, gente, recrutadora, recrutador, talentos, selecao
personalavdelning, personalavdelningen, rekryterare, rekrytering, personalchef, personalesjef, hr-chef, hr-partner, hr-konsult, rekruttering, personalekonsulent
kadry, kadr, rekruter, rekruterka, rekrutacji, zasobow ludzkich, personalny, personalna
""")
DEGREES = table("""
ao am oam ac psm qso cnzm onzm mnzm dnzm kcb cb cmg kbe dbe lvo rn rm fcipd mcipd assoc.cipd cipd fica fia faia frics mrics ciob mciob aicd gaicd fsai aitd cfe crma ll.m ll.m. m.b.a m.eng b.sc b.eng dr.h.c. rain fachanwalt aat aa ra rc dea des caia frm mstat maat miia cgma acma fcma cima
frca jp dl ias ips ifs jp crhao crha cbap phd dphil md do mba mbbs mbchb msc bsc ba ma bs ms meng beng jd llm llb esq cpa cfa fcas acas fsa asa pe rn bsn msn dnp np pa-c pa mha
mph edd psyd pharmd dds dmd dvm phr sphr facp facc fccp facs facog frs frcs frcp mrcp frcr mrcs obe mbe cbe ret retd cfp pmp habil shrm-cp shrm-scp facep faap
mag dipl.-ing m.a b.a m.sc b.sc ph.d m.d d.o j.d ll.m ll.b ed.d psy.d pharm.d d.phil cpa aprn crna rph rdn lcsw ccc-slp ot pt dpt mpa mpp mfa bfa frsc cchem ceng rgn ra aia riba leed cissp dr.h.c kc qc fcca acca aca fca facc faan fnp-bc phd.
e.h h.c dea hdr frcpath mfph fmedsci ffph
""")
HONORIFICS = table("""
bg komm.-rat kommerzialrat komm.rat ok.-rat techn.-rat med.-rat obermed.-rat reg.-rat
dr.in prof.in mag.in ing.in dipl.-ing.in univ.-prof.in prof.in. dr.in. rain ra rae notar notarin di lis mag.a mag.ª mag.fh dre pre dres messrs. adv cllr councillor cllr. alderman cav p.i geom rag ing.jur mtro mtra mtro. mtra. licda lcdo lcda qfb biol c.p m.c m.en.c t.s.u l.c.p l.a.e abg abog ddr dipl.-inf dipl.-psych dipl.-phys dipl.-chem b.eng mudr judr rndr phdr mvdr paeddr doc ks bp soeur mère pfr pfarrer min.rat hofrat oberst hptm kom maître elder madam hajiya alhaji chief. engr arc. barr pharm tuan encik puan datin bapak ibu pak bu uztad av. sn bay bayan op.dr yrd doç prof.dr. sayin phra khun
enf enf.o enf.a eng.o eng.a eng.º arq.º enf.º enf.ª eng.ª arqº enfº
mr mrs ms miss mx mister messrs sir dame lady lord hon honorable honourable rev reverend revd canon fr frs dr drs prof profs professor prof.dr
frau herr herrn hr fru frk pd privatdozent ing dipl dipl.-ing dipl.-kfm dr.-ing dr.ing univ univ.-prof univ.prof apl mag magister ra
m mm mme mmes mlle monsieur madame mademoiselle me maitre messieurs mesdames pr
dhr mw mevr mevrouw meneer ir de-heer drs.ir
sr sra srta senor senora senorita don dona d da sres dra
sig sig.ra sig.na signor signora signorina dott dott.ssa dottor dottore dottoressa prof.ssa professoressa avv avvocato ing arch geom
d.a dr.a prof.a sr.a eng.a sr.ª exmo exma eng enga senhor senhora dr.ª prof.ª dona eng.º
pan pani panem pania panu mgr inz hab dr.hab mgr.inz lic
shri sri smt kum sardar ustad haji dato datuk tan sheikh
capt captain col colonel ltc lt maj major sgt msg gen general cdr cpt retd cmdr commander brig brigadier lieutenant sergeant ssgt adm admiral wo1 wo2 cpl wing sqn
oa sfc ssg csm cav comm rag heer mijnheer dokter er dna ass cw2 cw3 cw4 cw5 po1 po2 smsgt tsgt 1lt 2lt rabbi imam father sister brother pastor
""")
# Honorifics that a title may follow in words: not to be taken for a job in front of a name.
PARTICLES = table("""
de da do dos das di del della dello dei degli du des la le van von der den ter ten zu zur zum af av bin binti ibn al el y e i ben bat mac ni nic ui
o' d' st san santa op 't in abu ap vom am auf und und' dalla dal lo los las
""")
SUFFIXES = table("jr sr ii iii iv junior jnr snr fils pere")
