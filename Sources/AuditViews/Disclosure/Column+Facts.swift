public import AccessModel

extension Column {
  /// What sort of fact stands in the cells; `nil` where nobody has said, and then every text in them is masked for whoever is not internal.
  public var fact: FactKind? { FactKind.ofKey[key] }
}

extension FactKind {
  /// What sort of fact stands under each key of a column or a field.
  ///
  /// A key means the same everywhere. What may hold a name in a sentence is text, whatever else it tells.
  static let ofKey: [String: FactKind] = {
    var kinds: [String: FactKind] = [:]
    for (kind, keys) in keys {
      for key in keys.split(whereSeparator: \.isWhitespace) { kinds[String(key)] = kind }
    }
    return kinds
  }()

  private static let keys: [(FactKind, String)] = [
    (
      .person,
      """
      person actors owner lead head holder decider by decided_by acting_for appointed_by approved_by attested_by
      carried_out_by followed_up_by managers persons requester reviewer revoked_by resumed_by removed_by provisioned_by
      endorsed_by recorded_by steward deputy sponsor principal answered_by members reported_by subject target about
      stream handed_to reader informed notified targets taken_by id escalated_to given_by
      """
    ),
    (
      .name,
      """
      name user_name decided_by_name owner_name actor_names received_from addressee contact
      """
    ),
    (.account, "account account_name account_kind account_kinds"),
    (
      .text,
      """
      sentence summary details facts statement detail text reason need alternative duty purpose conditions rationale
      decision_reason denial_ground endorsement_reason revocation_reason withdrawal_reason question value what_was_recorded
      reads_now how_it_reads line item typed command basis authority limits why_not finding hints shortfall control
      consequence measures meaning_of_event note ground contract project task what fact how description filter authority_says
      missing_says says
      """
    ),
    (
      .incident,
      """
      incident incidents noticed severity category_of_incident cause causes criteria damage_of_incident secrecy
      personal_data regime regime_name calendar left is_late_report met met_late measures_overdue is_recurring relation part
      incidents_open clocks_late
      """
    ),
    (
      .security,
      """
      protected_identity key keys enrolled is_valid classification level level_max privilege power residual method two_persons analysis
      analyses rotated rotation_days rotation_due is_protected_identity other_entitlement other_grant first second
      severity_of_rule exception prerequisites is_known quiet_since last_used uses flag broken
      peers peers_percent last_hour_percent against_hint against_hint_without_reason code rule signatures k r t missing flags
      flags_late holders_of_both other_holders with_exception without_exception
      """
    ),
    (
      .open,
      """
      system system_name entitlement scope grant request unit unit_name entity entity_name entities post confirm_by state
      from ends end_cause delegation order version body matter held_position due category role kind is_present
      grants_in_effect position recorded effective type count after amended answer answer_due answered as_of assignment at
      authority_line axis batches before bulk bulk_percent bytes carried_out_at case change changes_grant channel closed
      completed conducted corrected_by corrects counts course days decided decided_at decided_scope decision_case
      delta difference differing digest disposal done effect ended ended_before events endorsement expected_until expires
      field first_position first_recorded follow_up_due found from_unit given grants has_reason hold holders in_force
      is_against_hint is_all_kept is_assessed is_bulk is_confirmed is_late is_missed is_overdue is_reported items job
      judged_by judgement keep_months kept known_then known_until lapses last last_check last_position last_reviewed late
      lateness learnt made may_decide next_due next_effect next_effect_at now number observed_at open opens operation other
      outcome ownership parent parent_name persons_present place policy previous proposal proposal_due proposal_ends
      proposal_is_missed proposal_review_days provision provisioned raised receipt reconciliation reduced reference
      reminders removed reopened replaced_by reported reporting requests resolved result resumed retention retired returned
      review review_by review_days review_days_max review_outcome review_scope reviewed reviews_overdue revocation_cause
      revoked root schedule seconds seconds_median seen seen_at since size source stage started status statutory_day step
      submitted successor successors systems taken texts time title to_unit trigger unanswered unconfirmed unjudged until
      used vacant_until valid_until validity_days_max withdrawn works yearly_cost meaning table column measure
      declares_no_interest escalated ledger time_zone registered suspended is_away away recipient view profile masked known_at
      analysed answers answers_untimed began breaches cases classified done_late dropped dropped_late duties duties_late
      grants_short held_cost hours longest_hours longest_open_hours median_hours ninetieth_hours ninety_fifth_hours
      on_behalf_of open_late performed_by recorded_as released released_cost required_by reviewer_minutes reviews_due
      reviews_late side stewarded target_longest_hours target_shortest_hours unattested unknown unused unused_cost
      use_unknown waiting
      """
    ),
  ]
}
