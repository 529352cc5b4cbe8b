public import Diagnostics

/// What can go wrong when a Linux host is read.
public enum LinuxHostCodes {
  public static let missingProgram = DiagnosticCode(
    "HST-01",
    Localized(
      en: "The program getent is not where it should be.",
      sv: "Programmet getent finns inte där det ska vara."),
    remedy: Localized(
      en: "Install it (package libc-bin), or give copies of the passwd and group files instead.",
      sv:
        "Installera det (paketet libc-bin), eller ange kopior av filerna passwd och group i stället."
    ))

  public static let failedProgram = DiagnosticCode(
    "HST-02",
    Localized(
      en: "The accounts of the host could not be read to the end.",
      sv: "Värdens konton gick inte att läsa till slut."),
    remedy: Localized(
      en:
        "Run the command yourself and see what it says. If a directory is slow or away, try again later.",
      sv:
        "Kör kommandot själv och se vad det säger. Om en katalogtjänst är långsam eller borta: försök igen senare."
    ))

  public static let unreadableRules = DiagnosticCode(
    "HST-03",
    Localized(
      en: "The sudo rules could not be read, so rights through sudo are missing from the answer.",
      sv: "Sudoreglerna gick inte att läsa, så rättigheter genom sudo saknas i svaret."),
    remedy: Localized(
      en: "Run it again with rights to read /etc/sudoers, or give a copy of the file.",
      sv: "Kör igen med rätt att läsa /etc/sudoers, eller ange en kopia av filen."))

  public static let catalogue = [missingProgram, failedProgram, unreadableRules]
}
