import AccessModel

extension IncidentRules {
  /// The rules that hold where the organisation has adopted none of its own.
  public static let standard: IncidentRules = {
    guard let text = DocumentText(standardText) else {
      preconditionFailure("The standard rules for incidents are no document.")
    }
    do throws(PolicyFaults) {
      return try IncidentRules(reading: text)
    } catch {
      preconditionFailure("The standard rules for incidents do not read: \(error.faults)")
    }
  }()

  /// The document that says them; the pack `ledger/policy/incidents.policy` is the same, byte for byte.
  public static let standardText = """
    # Rules for incidents (regler för incidenter): what is told, to whom and by when. Level "group" (koncern) alone.
    #
    # It says in full what holds where nothing is adopted. What is marked "confirmed: no" has not been checked by the
    # organisation against its source: check it, change it or keep it, and write "confirmed: yes" before it is adopted.
    #
    # A stage (steg) runs "within" a time "after" something: aware (fick kännedom), noticed, reported, rated (the severity
    # was set), handled, closed, or an earlier stage of the regime. "when" says when it is asked for: always, ongoing (not
    # handled yet), on-request, or a criterion that is met. "contents" is what its draft (utkast) tells. Hours run through
    # nights, weekends and changes of the clock; months follow the calendar. "answered-by" is a role that answers for a regime's
    # notices besides whoever leads the incident.

    liggare-incidents: 1
    policy: incidents-2026.1
    title: Rules for incidents in a municipality and its companies

    # Cybersäkerhetslagen, NIS2 Article 23. The older act holds for what came before.
    [regime csl]
    name: Cybersecurity Act (NIS2)
    name-sv: Cybersäkerhetslagen (NIS2)
    kind: statutory
    ground: SFS 2025:1506, 2 kap. 5–10 §§
    secrecy: OSL 18:8 b
    from: 2026-01-15
    confirmed: no

    [stage csl/warning]
    name: early warning
    name-sv: upplysning
    within: PT24H
    after: aware
    contents: what, aware, malicious, cross-border, contact
    confirmed: yes

    [stage csl/notification]
    name: incident notification
    name-sv: incidentanmälan
    within: PT72H
    after: aware
    contents: what, category, noticed, aware, period, severity, impact, systems, criteria, malicious, cross-border, actions, earlier, contact
    confirmed: yes

    [stage csl/interim]
    name: interim report
    name-sv: delrapport
    when: on-request
    contents: what, severity, impact, actions, ongoing, earlier, contact
    confirmed: yes

    # When it is not handled a month after the notification.
    [stage csl/status]
    name: status report
    name-sv: lägesrapport
    within: P1M
    after: notification
    when: ongoing
    contents: what, severity, impact, actions, ongoing, earlier, contact
    confirmed: yes

    # A month after the notification; when it is not handled by then, a month after it is.
    [stage csl/final]
    name: final report
    name-sv: slutrapport
    within: P1M
    after: notification
    ongoing: handled
    contents: what, category, noticed, aware, period, severity, impact, systems, cause, malicious, actions, measures, cross-border, effects, earlier, contact
    confirmed: yes

    [stage csl/recipients]
    name: information to recipients of the service
    name-sv: information till tjänstens mottagare
    when: recipients
    contents: what, actions, contact
    confirmed: no

    [criterion csl/recipients]
    name: recipients of the service can be affected
    name-sv: tjänstens mottagare kan påverkas
    confirmed: yes

    # The law: serious operational disruption or financial damage, or considerable damage to others.
    [criterion csl/serious]
    name: serious disruption or financial damage, or considerable damage to others
    name-sv: allvarlig driftsstörning eller ekonomisk skada, eller betydande skada för andra
    confirmed: yes

    # Thresholds reported of MCFFS 2026:8, not read in the original.
    [criterion csl/limited-12h]
    name: activity limited for more than 12 hours
    name-sv: verksamheten begränsad mer än 12 timmar
    confirmed: no

    [criterion csl/workaround-48h]
    name: manual work-arounds for more than 48 hours
    name-sv: manuella reservrutiner mer än 48 timmar
    confirmed: no

    [criterion csl/limited-4h]
    name: activity limited for more than 4 hours
    name-sv: verksamheten begränsad mer än 4 timmar
    sector: public administration, drinking water
    confirmed: no

    [criterion csl/workaround-12h]
    name: work-arounds for more than 12 hours
    name-sv: reservrutiner mer än 12 timmar
    sector: public administration
    confirmed: no

    [criterion csl/limited-1h]
    name: activity limited for more than 1 hour
    name-sv: verksamheten begränsad mer än 1 timme
    sector: care
    confirmed: no

    [criterion csl/workaround-6h]
    name: work-arounds for more than 6 hours
    name-sv: reservrutiner mer än 6 timmar
    sector: care
    confirmed: no

    [criterion csl/patient-safety]
    name: reporting for patient safety was triggered
    name-sv: anmälan för patientsäkerhet har utlösts
    sector: care
    confirmed: no

    [criterion csl/protected-information]
    name: protected information in a critical system read, distorted or destroyed
    name-sv: skyddad information i ett kritiskt system har lästs, förvanskats eller förstörts
    confirmed: no

    [criterion csl/others-500]
    name: protected information of another legal person or of 500 natural persons or more
    name-sv: skyddad information om en annan juridisk person eller om minst 500 fysiska personer
    confirmed: no

    [criterion csl/cost-5]
    name: cost above 5 per cent of turnover, appropriation or revenue
    name-sv: kostnad över 5 procent av omsättning, anslag eller intäkter
    confirmed: no

    [criterion csl/injury]
    name: serious injury, illness or death, or damage to the environment
    name-sv: allvarlig skada, sjukdom eller dödsfall, eller miljöskada
    confirmed: no

    [criterion csl/crisis]
    name: another important provider is in crisis mode
    name-sv: en annan viktig verksamhetsutövare är i krisläge
    confirmed: no

    [criterion csl/recurring]
    name: the same root cause twice or more in six months
    name-sv: samma grundorsak minst två gånger på sex månader
    confirmed: no

    [addressee csl/agency]
    name: the CSIRT unit of the authority for civil defence
    name-sv: CSIRT-enheten vid myndigheten för civilt försvar
    until: 2026-06-30
    confirmed: no

    [addressee csl/centre]
    name: the CSIRT function of the national cybersecurity centre, by its portal
    name-sv: CSIRT-funktionen vid det nationella cybersäkerhetscentret, i dess portal
    from: 2026-07-01
    confirmed: no

    # Articles 33 and 34. Each controller for itself, and every breach is documented, also one that is not notified.
    [regime gdpr]
    name: General Data Protection Regulation
    name-sv: Dataskyddsförordningen
    kind: statutory
    ground: (EU) 2016/679, art. 33–34
    answered-by: data-protection-officer
    confirmed: yes

    [stage gdpr/notification]
    name: notification to the supervisory authority
    name-sv: anmälan till tillsynsmyndigheten
    within: PT72H
    after: aware
    contents: what, category, noticed, aware, period, personal-data, persons, effects, actions, measures, contact
    confirmed: yes

    [stage gdpr/data-subjects]
    name: information to the data subjects
    name-sv: information till de registrerade
    when: high-risk
    contents: what, effects, actions, measures, contact
    confirmed: yes

    [criterion gdpr/risk]
    name: a risk to the rights and freedoms of natural persons is not unlikely
    name-sv: en risk för fysiska personers rättigheter och friheter är inte osannolik
    confirmed: yes

    [criterion gdpr/high-risk]
    name: the risk is likely to be high
    name-sv: risken är sannolikt hög
    confirmed: yes

    [addressee gdpr/authority]
    name: the supervisory authority for data protection
    name-sv: tillsynsmyndigheten för dataskydd
    confirmed: no

    # What contracts ask for: controllers that the organisation is a processor for, insurers, customers.
    [regime contract]
    name: Contracts
    name-sv: Avtal
    kind: contract
    confirmed: no

    [stage contract/notice]
    name: notice under contract
    name-sv: underrättelse enligt avtal
    within: PT24H
    after: aware
    contents: what, aware, systems, personal-data, actions, contact
    confirmed: no

    [criterion contract/processor]
    name: the organisation is a processor for somebody else
    name-sv: organisationen är biträde åt någon annan
    confirmed: no

    [addressee contract/party]
    name: the other party of the contract
    name-sv: motparten i avtalet
    confirmed: no

    # The organisation's own clocks, by severity 1 to 4, where 4 is critical.
    [regime internal]
    name: The organisation's own
    name-sv: Organisationens egna
    kind: internal
    confirmed: no

    [stage internal/triage]
    name: triaged, with a lead
    name-sv: bedömd, med ansvarig
    within: P1D
    within-1: P3D
    within-3: PT4H
    within-4: PT1H
    after: reported
    met-by: triage
    confirmed: no

    [stage internal/management]
    name: management informed
    name-sv: ledningen informerad
    within-3: P1D
    within-4: PT4H
    after: rated
    met-by: management
    confirmed: no

    [stage internal/follow-up]
    name: follow-up of the measures
    name-sv: uppföljning av åtgärderna
    within: P30D
    after: closed
    met-by: follow-up
    confirmed: no

    [stage internal/effect]
    name: check that the measures work
    name-sv: kontroll av att åtgärderna verkar
    within: P90D
    after: closed
    met-by: follow-up
    confirmed: no

    """
}
