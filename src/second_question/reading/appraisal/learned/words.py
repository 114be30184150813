"""Groups of words that go with a matter, wide on purpose: they are counted and weighed, none decides. Ours; written before
any of the reports that they were measured on was answered by them. A star stands for any ending. Pure data."""

GROUPS: dict[str, str] = {
    "kin": "mother mum father dad parent parents grand* nan aunt uncle brother brothers sister sisters sibling siblings "
    "partner step* cousin cousins family carer carers half-*",
    "child": "child baby boy girl infant he she him her his they",
    "men": "father dad stepfather partner boyfriend men fathers uncle grandfather mr",
    "group": "white black asian mixed british african caribbean indian pakistani bangladeshi chinese polish romanian roma "
    "traveller irish somali nigerian ghanaian turkish kurdish arab eritrean afghan syrian lithuanian ukrainian vietnamese "
    "albanian heritage ethnic* nationality",
    "culture": "cultur* ethnic* heritage race racis* racial* faith religio* muslim christian church mosque language languages "
    "interpreter interpreters identity class poverty poor money income benefits debt housing inequalit* discriminat* "
    "adultif* gender* disab* migra* asylum rural depriv* stigma* bias* foodbank",
    "meaning": "because meant meaning affect* influenc* shap* explor* understood understand* consider* assum* seen treated "
    "experienc* felt asked view* lens why how if whether",
    "safe": "safe safety safeguard* foster placed placement order protection strategy seen examined medical* assessment s47 "
    "supervised bail removed moved",
    "siblings": "sibling siblings brother brothers sister sisters half-* twin twins cousin cousins children",
    "seen": "seen safe examined placed living foster order",
    "pending": "awaiting pending outstanding tbc yet",
    "decides": "decid* decision conclu* agree agrees agreed recommend* resolv* view criteria",
    "review": "lcspr cspr review scr criteria",
    "hedges": "may might could perhaps subject propos* minded provisional* defer* postpon* adjourn* await* unable reservation* "
    "recommends",
    "learning": "learn* lesson lessons finding findings theme themes message messages",
    "changed": "now already done complete* immediately since place restart* rewritten introduced changed began",
    "spreads": "briefing briefings newsletter newsletters bulletin bulletins 7-minute seven-minute webinar* training workshop* "
    "event events disseminat* share shared sharing circulat* publish* cascad* forum forums told tell alert alerts letter "
    "letters e-learning elearning podcast poster communicat* spread* present*",
    "whom": "staff team teams practitioners professionals workforce school schools college colleges practices gps all every "
    "agencies partners managers services ward wards designated colleagues visitors midwives officers",
    "when": "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday week weeks month months term year spring summer autumn winter",
    "open": "remain* still unanswered further question questions unclear explore yet",
    "earlier": "previous earlier past former prior similar scr scrs again 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019",
    "became": "implement* complet* embed* audited still became progress* since outcome again repeat* closed lapsed dropped",
    "acts": "said says told asked wrote drew like liked likes love loved loves enjoy* play* want wanted wants feel felt feels "
    "hop* hate* cried smil* laugh* favourite afraid frightened scared wish* sang danc* friend friends hobb* football funny "
    "happy sad lonely chose remember* dream*",
    "summary": "summary overview abstract brief glance",
    "method": "method* approach model conversation* interview* workshop* event events record records document* chronolog* panel "
    "met read files spoke group survey audit*",
    "self": "i we review reviewer reviewers author panel report this",
    "apart": "independen* connection involvement link never employed outside interest",
    "tells": "said told felt describ* explained remember* wrote asked wanted thought spoke met recalled believes read",
    "unheard": "declin* unable approach* invited respond* criminal prosecut* trial refus*",
    "workers": "practitioner practitioners professional professionals staff worker workers frontline front-line",
    "together": "event events workshop* conversation* met interview* group spoke* talked heard attended pairs feedback draft "
    "discussed",
    "leaders": "leader leaders leadership senior director* chief executive* board commissioner* strategic governance "
    "councillor* management head heads",
    "wider": "others wider elsewhere unusual uncommon common across audit* sample* data figures cent national* typical pattern "
    "research twelve eleven fifteen twenty thirty forty",
    "time": "months delay* late timescale deadline covid pandemic prosecut* trial inquest criminal",
    "plan": "plan owner lead timescale deadline",
    "post": "manager director head officer nurse doctor consultant paediatrician midwife visitor lead chair inspector "
    "superintendent sergeant adviser advisor principal teacher headteacher solicitor psychologist scrutineer coordinator "
    "co-ordinator tutor representative* members",
    "why": "why",
    "reason": "because due owing led lead leads meant means meaning reason reasons so explain* contribut* cause causes caused "
    "causing stem* result* therefore prevent* allow* believed assum* thought understood expected relied relying unaware "
    "without lack* depend* afraid barrier* hindered enabled helped instead rather designed",
    "system": "workload* caseload* vacan* staffing turnover supervis* manager* management system* process* procedure* polic* "
    "protocol* pathway* template* form forms database* software inbox* portal rota cover handover* sickness funding budget* "
    "commission* capacity resourc* pressure* target* cultur* norm* expectation* guidance threshold* induction restructur* "
    "organisation* contract* leadership remit rule rules arrangement* multi-agency covid* lockdown training checklist* alert*",
    "front_reason": "why because criteria decid* agreed commission*",
    "front_questions": "question questions terms purpose aim aims how whether",
    "body": "partnership council police trust board icb ccg nhs service services director head school college lead manager "
    "commissioner* executive hospital education housing",
    "means": "by through using training guidance policy protocol each every template form named",
    "outcome": "so children outcome* difference know feel ensure",
    "measured": "audit* measur* count* survey* report* review* months number cent compare* know",
}
