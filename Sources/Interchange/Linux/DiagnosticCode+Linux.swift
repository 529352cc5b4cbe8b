import Diagnostics

/// What can be found on a Linux host.
extension DiagnosticCode {
  static let linuxPasswdLine = DiagnosticCode(
    "LNX-01",
    Localized(
      en: "A line of the account database is not an account.",
      sv: "En rad i kontodatabasen är inte ett konto."),
    remedy: Localized(
      en: "Correct it with vipw: name:x:uid:gid:text:home:shell, without control characters.",
      sv: "Rätta den med vipw: namn:x:uid:gid:text:hemkatalog:skal, utan styrtecken."))

  static let linuxGroupLine = DiagnosticCode(
    "LNX-02",
    Localized(
      en: "A line of the group database is not a group.",
      sv: "En rad i gruppdatabasen är inte en grupp."),
    remedy: Localized(
      en: "Correct it with vigr: name:x:gid:members, without control characters.",
      sv: "Rätta den med vigr: namn:x:gid:medlemmar, utan styrtecken."))

  static let linuxNotUTF8 = DiagnosticCode(
    "LNX-03",
    Localized(
      en: "A line contains bytes that are not UTF-8.",
      sv: "En rad innehåller byte som inte är UTF-8."),
    remedy: Localized(
      en:
        "Rewrite the text in UTF-8. It has been read with a replacement character in each bad place.",
      sv:
        "Skriv om texten i UTF-8. Den har lästs med ett ersättningstecken på varje trasigt ställe.")
  )

  static let linuxNIS = DiagnosticCode(
    "LNX-04",
    Localized(
      en: "A line refers to accounts or groups kept in a directory (NIS).",
      sv: "En rad hänvisar till konton eller grupper i en katalogtjänst (NIS)."),
    remedy: Localized(
      en:
        "Read the output of getent instead of the file, so that the directory's entries are included.",
      sv: "Läs utdata från getent i stället för filen, så att katalogtjänstens poster kommer med."))

  static let linuxDuplicateName = DiagnosticCode(
    "LNX-05",
    Localized(
      en: "An account name occurs twice; only the first is in use.",
      sv: "Ett kontonamn förekommer två gånger; bara det första används."),
    remedy: Localized(
      en: "Remove or rename the second with vipw, and check who owns its files.",
      sv: "Ta bort eller byt namn på det andra med vipw och kontrollera vem som äger dess filer."))

  static let linuxDuplicateUID = DiagnosticCode(
    "LNX-06",
    Localized(
      en: "Two accounts have the same number and so the same access.",
      sv: "Två konton har samma nummer och därmed samma åtkomst."),
    remedy: Localized(
      en: "Give each account a number of its own with usermod -u, or decide who answers for both.",
      sv: "Ge varje konto ett eget nummer med usermod -u, eller besluta vem som svarar för båda."))

  static let linuxSecondRoot = DiagnosticCode(
    "LNX-07",
    Localized(
      en: "An account beside root has number 0 and so every right on the host.",
      sv: "Ett konto vid sidan av root har nummer 0 och därmed alla rättigheter på värden."),
    remedy: Localized(
      en: "Remove it, or have a decision that says who holds it and why.",
      sv: "Ta bort det, eller se till att det finns ett beslut om vem som har det och varför."))

  static let linuxDuplicateGroup = DiagnosticCode(
    "LNX-08",
    Localized(
      en: "Two groups have the same name or the same number.",
      sv: "Två grupper har samma namn eller samma nummer."),
    remedy: Localized(
      en:
        "Give each group a name and a number of its own. With the same name, only the first is in use.",
      sv: "Ge varje grupp ett eget namn och nummer. Vid samma namn används bara den första."))

  static let linuxUnknownMember = DiagnosticCode(
    "LNX-09",
    Localized(
      en: "A group has a member that is not an account.",
      sv: "En grupp har en medlem som inte är ett konto."),
    remedy: Localized(
      en:
        "Remove the member with gpasswd -d: whoever gets that name later would inherit the group.",
      sv: "Ta bort medlemmen med gpasswd -d: den som senare får namnet skulle ärva gruppen."))

  static let linuxNoPrimaryGroup = DiagnosticCode(
    "LNX-10",
    Localized(
      en: "An account's primary group does not exist.",
      sv: "Ett kontos primära grupp finns inte."),
    remedy: Localized(
      en: "Create the group, or give the account another with usermod -g.",
      sv: "Skapa gruppen, eller ge kontot en annan med usermod -g."))

  static let linuxNoPassword = DiagnosticCode(
    "LNX-11",
    Localized(
      en: "An account has an empty password field and may be open without a password.",
      sv: "Ett konto har ett tomt lösenordsfält och kan vara öppet utan lösenord."),
    remedy: Localized(
      en: "Lock it with passwd -l, or set a password.",
      sv: "Lås det med passwd -l, eller sätt ett lösenord."))

  static let sudoersSyntax = DiagnosticCode(
    "LNX-12",
    Localized(
      en: "A sudo rule could not be understood, and nothing has been concluded from it.",
      sv: "En sudoregel kunde inte tolkas, och inget har lästs ut ur den."),
    remedy: Localized(
      en: "Run visudo -c on the file, correct the rule, and import again.",
      sv: "Kör visudo -c på filen, rätta regeln och importera igen."))

  static let sudoersAliasName = DiagnosticCode(
    "LNX-13",
    Localized(
      en: "A sudo alias is defined twice or has a reserved name; this definition is not used.",
      sv:
        "Ett sudoalias definieras två gånger eller har ett reserverat namn; definitionen används inte."
    ),
    remedy: Localized(
      en: "Rename the alias, here and where it is used.",
      sv: "Byt namn på aliaset, här och där det används."))

  static let sudoersAliasUnknown = DiagnosticCode(
    "LNX-14",
    Localized(
      en: "A sudo rule uses an alias that is not defined.",
      sv: "En sudoregel använder ett alias som inte är definierat."),
    remedy: Localized(
      en:
        "Define the alias or correct its name. Sudo takes an unknown name as a user, host or group.",
      sv:
        "Definiera aliaset eller rätta namnet. Sudo tolkar ett okänt namn som användare, värd eller grupp."
    ))

  static let sudoersAliasCycle = DiagnosticCode(
    "LNX-15",
    Localized(
      en: "A sudo alias contains itself.",
      sv: "Ett sudoalias innehåller sig självt."),
    remedy: Localized(
      en: "Remove the alias from its own definition, directly and through other aliases.",
      sv: "Ta bort aliaset ur sin egen definition, både direkt och via andra alias."))

  static let sudoersElsewhere = DiagnosticCode(
    "LNX-16",
    Localized(
      en: "A netgroup or a group of another directory cannot be resolved here.",
      sv: "En nätgrupp eller en grupp i en annan katalogtjänst kan inte slås upp här."),
    remedy: Localized(
      en: "Ask the directory who its members are, and record their rights by hand.",
      sv: "Fråga katalogtjänsten vilka medlemmarna är och registrera deras rättigheter för hand."))

  static let sudoersIncludeUnread = DiagnosticCode(
    "LNX-17",
    Localized(
      en: "An included sudoers file was not available.",
      sv: "En inkluderad sudoersfil var inte tillgänglig."),
    remedy: Localized(
      en: "Read as root, and check that the file exists: its rules are missing here.",
      sv: "Läs som root och kontrollera att filen finns: dess regler saknas här."))

  static let sudoersIncludeLoop = DiagnosticCode(
    "LNX-18",
    Localized(
      en: "A sudoers file includes itself, or includes are nested more than 128 deep.",
      sv:
        "En sudoersfil inkluderar sig själv, eller så är inkluderingar nästlade i fler än 128 nivåer."
    ),
    remedy: Localized(
      en: "Remove the include line that leads back.",
      sv: "Ta bort den inkluderingsrad som leder tillbaka."))

  static let sudoersNobody = DiagnosticCode(
    "LNX-19",
    Localized(
      en: "A sudo rule gives no account on this host a right.",
      sv: "En sudoregel ger inget konto på den här värden någon rättighet."),
    remedy: Localized(
      en: "Remove the rule if its users have left: whoever gets the name later would inherit it.",
      sv: "Ta bort regeln om användarna har slutat: den som senare får namnet skulle ärva den."))

  static let sudoersOverridden = DiagnosticCode(
    "LNX-20",
    Localized(
      en: "A sudo rule has no effect for an account, because a later rule decides.",
      sv: "En sudoregel har ingen verkan för ett konto, eftersom en senare regel avgör."),
    remedy: Localized(
      en: "Remove the rule, or move it after the other if it was meant to decide.",
      sv: "Ta bort regeln, eller flytta den efter den andra om den var tänkt att avgöra."))

  static let sudoersOtherHost = DiagnosticCode(
    "LNX-21",
    Localized(
      en: "A sudo rule is for other hosts and gives nothing here.",
      sv: "En sudoregel gäller andra värdar och ger inget här."),
    remedy: Localized(
      en: "Nothing needs to be done if the file is shared between hosts.",
      sv: "Inget behöver göras om filen delas mellan flera värdar."))

  static let linuxLimit = DiagnosticCode(
    "LNX-22",
    Localized(
      en:
        "The host's files are larger or more entangled than is read here, and something was left out.",
      sv:
        "Värdens filer är större eller mer sammanflätade än vad som läses här, och något har utelämnats."
    ),
    remedy: Localized(
      en: "Check the files for faults, and divide the import if they are right.",
      sv: "Kontrollera filerna och dela upp importen om de är riktiga."))

  static let linuxCodes: [DiagnosticCode] = [
    linuxPasswdLine, linuxGroupLine, linuxNotUTF8, linuxNIS, linuxDuplicateName, linuxDuplicateUID,
    linuxSecondRoot, linuxDuplicateGroup, linuxUnknownMember, linuxNoPrimaryGroup, linuxNoPassword,
    sudoersSyntax, sudoersAliasName, sudoersAliasUnknown, sudoersAliasCycle, sudoersElsewhere,
    sudoersIncludeUnread, sudoersIncludeLoop, sudoersNobody, sudoersOverridden, sudoersOtherHost,
    linuxLimit,
  ]
}
