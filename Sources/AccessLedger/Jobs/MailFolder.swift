public import Diagnostics
import EventStore
public import Notices

/// A folder in which each letter becomes a file, named by its Message-ID, that only its owner can read.
///
/// A letter that was written already is written again under the same name.
public struct MailFolder: Post {
  let path: String

  public init(_ path: String) { self.path = path }

  public func deliver(_ letter: Letter) throws(Diagnostic) {
    let name = "\(path)/\(letter.id).eml"
    do throws(SystemError) {
      try LinuxFileSystem().replace(
        name, draft: "\(path)/.\(letter.id).tmp", folder: path, with: letter.bytes(lineEnd: "\r\n"))
    } catch {
      throw JobCodes.notSent.diagnostic(
        facts: [.init(en: "folder", sv: "mapp", path)] + error.diagnostic().facts)
    }
  }
}
