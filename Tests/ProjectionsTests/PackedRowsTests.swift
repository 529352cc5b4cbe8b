import AccessModel
import Testing

@testable import Projections

@Suite struct `Packed rows` {
  @Test func `stay where they are, and what they are, over several pieces`() {
    var rows = PackedRows<UInt64>()
    rows.append(7)
    let first = rows[0]
    // More than two pieces, and past where large pages begin.
    for number in 1..<300_000 as Range<UInt64> { rows.append(number &* 0x9E37_79B9_7F4A_7C15) }
    #expect(rows.count == 300_000)
    #expect(rows[0] == first && first.pointee == 7)
    rows[131_072].pointee = 5
    var isSame = true
    for index in 1..<300_000 where index != 131_072 {
      isSame = isSame && rows[index].pointee == UInt64(index) &* 0x9E37_79B9_7F4A_7C15
    }
    #expect(isSame && rows[131_072].pointee == 5)
  }

  @Test func `a list is in the order of the bytes, whether its identifiers are numbers or not`()
    throws
  {
    func permission(_ person: String, _ grant: String) throws -> Permission {
      let id = try #require(PersonID(person))
      let entitlement = EntitlementID(
        system: try #require(SystemID("S-1")), name: try #require(EntitlementName("read")))
      return Permission(
        person: id, entitlement: entitlement, grant: try #require(GrantID(grant)))
    }
    func packed(_ permission: Permission) throws -> PackedPermission {
      func number(_ text: String) throws -> PackedIdentifier {
        try #require(Array(text.utf8).withUnsafeBytes { PackedIdentifier($0) })
      }
      return PackedPermission(
        person: try number("\(try #require(permission.person))"),
        right: PackedRight(system: try number("S-1"), name: try number("read")),
        grant: try number("\(permission.grant)"))
    }
    let short = try [("P-2", "G-9"), ("P-1", "G-2"), ("P-1", "G-10"), ("P-30", "G-1")].map(
      permission)
    let long = try [
      ("P-1", "G-1-and-much-more"), ("P-2-and-more", "G-1"), ("Z-and-much-more", "G-1"),
    ].map(permission)
    let list = PermissionList(packed: try short.map(packed), others: long)
    #expect(Array(list) == (short + long).sorted())
    #expect(list.count == 7)
    #expect(
      Array(PermissionList(merging: [list, PermissionList(packed: [], others: [])])) == Array(list))
    #expect(Array(PermissionList(packed: [], others: long)) == long.sorted())
  }
}
