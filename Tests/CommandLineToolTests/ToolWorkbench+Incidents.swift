extension ToolWorkbench {
  /// Two incidents about one system: one that is being handled, and one that was closed with a measure; and a head who answers for it.
  func reportIncidents() {
    record(
      """
      role assign head kim.ahl --unit U-2
      incident report 'Ett brev kom fel' --system S-1 --personal-data yes --severity 3 --by bo.ek
      incident triage I-1 --severity 3 --category disclosure --entity U-1
      incident assess I-1 csl --outcome duty --criterion limited-4h
      incident notify I-1 csl warning
      incident report 'För vid behörighet' --system S-1 --by bo.ek
      incident triage I-2 --severity 1 --category wrong-access --entity U-1
      incident assess I-2 csl --outcome no-duty --reason 'Inget stod still'
      incident assess I-2 gdpr --outcome no-duty --reason 'Ingen läste något'
      incident assess I-2 contract --outcome no-duty --reason 'Inget avtal berörs'
      incident act I-2 resolve 'Behörigheten är återkallad'
      incident measure I-2 'Två går igenom listan' --owner eva.lind --due 2026-05-31
      incident answer I-2 'En person, som inte loggat in'
      incident close I-2 --cause access-too-wide --cause-text 'Rollen var för vid' --yes
      """)
  }
}
