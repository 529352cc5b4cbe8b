import Transparency

/// The page in a bundle that says what it is, and how to check it with what every Linux machine has.
enum EvidenceReadme {
  static func text(_ facts: EvidenceFacts, at head: TreeHead, isStamped: Bool) -> [UInt8] {
    let subject = facts.selection.subject.text
    let positions = facts.lines.map { "\($0.position)" }.joined(separator: ", ")
    var text = #"""
      # \#(subject), in \#(facts.origin)

      Everything here is taken from a log in which nothing can be changed unseen. It can be checked without the ledger and without
      the program that made it: run the commands below with `sh` in this folder. Each must end without an error.

      * `lines.ndjson`: the lines of the log at the positions \#(positions). One signature covers all that a command
        recorded, so the other lines of the same commands are here as well.
      * `chain` lists the lines that are the matter itself, with what corrects them; `authority` those that the decisions rest on;
        `keys` those that say whose the keys are.
      * `checkpoint`: what the log signed when it had \#(head.size) lines, and the witnesses that cosigned. `proofs/` leads
        from each line to it.
      * `policy`: the keys of the log and of its witnesses. It came with the bundle: the bundle holds together if it fits, and you
        know who speaks when you have compared the keys with what the keeper of the log and the witnesses told you elsewhere.
      * `allowed_signers` and `signatures/`: who signed each command.
      * `texts/`: free texts, which the log itself does not hold, with what opens them. Where one is erased or locked, it says so.

      What the bundle cannot show: what came after the checkpoint. That a key was not revoked, or a decision not corrected, is
      shown up to there only as far as the lines of each thing are numbered (`rev`) without gaps.

      Persons are named by their identifiers in the log.

      ## På svenska

      Allt här är hämtat ur en logg där inget kan ändras obemärkt. Det går att kontrollera utan liggaren och utan programmet som
      skapade det: kör kommandona nedan med `sh` i den här mappen. Vart och ett ska sluta utan fel.

      * `lines.ndjson`: loggens rader på positionerna ovan. En signatur täcker allt som ett kommando registrerade, så de andra
        raderna i samma kommandon är också med.
      * `chain` anger raderna som är själva saken, med det som rättar dem; `authority` de som besluten vilar på; `keys` de som
        säger vems nycklarna är.
      * `checkpoint`: det loggen signerade när den hade \#(head.size) rader, och vittnena som har medsignerat. `proofs/` leder från
        varje rad dit.
      * `policy`: loggens och vittnenas nycklar. Den följde med underlaget: stämmer den hänger underlaget ihop, och vem som talar
        vet du när du har jämfört nycklarna med det som den som för loggen och vittnena har uppgett på annat sätt.
      * `allowed_signers` och `signatures/`: vem som signerade varje kommando.
      * `texts/`: fritexter, som inte står i själva loggen, med det som öppnar dem. Är en gallrad eller låst står det så.

      Underlaget kan inte visa det som hände efter kontrollpunkten. Att en nyckel inte var återkallad, eller ett beslut inte rättat,
      visas fram till dess bara så långt som raderna om varje sak är numrerade (`rev`) utan luckor.

      Personer anges med sina beteckningar i loggen.

      ## Checking / Kontroll

      The files are as they were made / Filerna är som de skapades:

      ```sh
      sha256sum --check --quiet SHA256SUMS
      ```

      Each line is in the log that the checkpoint speaks of / Varje rad finns i loggen som kontrollpunkten gäller:

      ```sh
      work=$(mktemp -d)
      size=$(sed -n 2p checkpoint)
      hash() { sha256sum | cut -c 1-64 | tr a-f A-F | basenc --base16 -d; }
      for proof in proofs/*.tlog-proof; do
        place=$(sed -n '2s/^index //p' "$proof")
        last=$((size - 1))
        { printf '\0'; grep "^{\"seq\":$place," lines.ndjson | tr -d '\n'; } | hash > "$work/hash"
        sed '1,2d; /^$/q' "$proof" | sed '/^$/d' > "$work/path"
        while read -r neighbour; do
          printf '%s' "$neighbour" | base64 -d > "$work/other"
          if [ $((place % 2)) -eq 1 ] || [ "$place" -eq "$last" ]; then
            { printf '\1'; cat "$work/other" "$work/hash"; } | hash > "$work/node"
            while [ $((place % 2)) -eq 0 ] && [ "$place" -gt 0 ]; do
              place=$((place / 2)); last=$((last / 2))
            done
          else
            { printf '\1'; cat "$work/hash" "$work/other"; } | hash > "$work/node"
          fi
          mv "$work/node" "$work/hash"
          place=$((place / 2)); last=$((last / 2))
        done < "$work/path"
        test "$(base64 -w 0 "$work/hash")" = "$(sed -n 3p checkpoint)"
      done
      test "$(ls proofs | wc -l)" -eq "$(wc -l < lines.ndjson)"
      rm -r "$work"
      ```

      The log signed the checkpoint / Loggen signerade kontrollpunkten:

      ```sh
      work=$(mktemp -d)
      sed -n 1,3p checkpoint > "$work/body"
      sed '1,4d' checkpoint | cut -d ' ' -f 3 > "$work/signatures"
      sed -n 's/^log //p' policy > "$work/keys"
      while read -r key; do
        rest=${key#*+}
        { printf '0*0\005\006\003+ep\003!\000'; printf '%s' "${rest#*+}" | base64 -d | tail -c 32; } > "$work/key.der"
        while read -r signature; do
          printf '%s' "$signature" | base64 -d > "$work/signature"
          id=$(head -c 4 "$work/signature" | od -An -v -tx1 | tr -d ' \n')
          if [ "$id" != "${rest%%+*}" ]; then continue; fi
          tail -c 64 "$work/signature" > "$work/bytes"
          openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin \
            -in "$work/body" -sigfile "$work/bytes"
          touch "$work/checked"
        done < "$work/signatures"
      done < "$work/keys"
      test -e "$work/checked"
      rm -r "$work"
      ```

      Each command was signed by the one it names / Varje kommando är signerat av den som det anger:

      ```sh
      work=$(mktemp -d)
      for signature in signatures/*.sig; do
        range=$(basename "$signature" .sig)
        position=${range%-*}
        : > "$work/batch"
        while [ "$position" -le "${range#*-}" ]; do
          grep "^{\"seq\":$position," lines.ndjson >> "$work/batch"
          position=$((position + 1))
        done
        sed 's/^[^[]*\[[0-9,]*\],\("key":"[^"]*","sig":"[^"]*",\)\{0,1\}"event":\(.*\)}$/\2/' \
          "$work/batch" > "$work/message"
        who=$(sed -n '1s/.*"actor":{"principal":"\([^"]*\)".*/\1/p' "$work/message")
        when=$(tail -n 1 "$work/batch" | sed 's/^[^,]*,"recorded":"\([^.]*\).*/\1/; s/[-T:]//g')Z
        ssh-keygen -Y verify -f allowed_signers -I "$who" -n "liggare-event@$(sed -n 1p checkpoint)" \
          -O verify-time="$when" -s "$signature" < "$work/message"
      done
      rm -r "$work"
      ```

      Each text is the one that its line commits to / Varje text är den som dess rad förbinder sig till:

      ```sh
      number() { printf "$(printf '\\%03o' $(($1 >> 24 & 255)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255)))"; }
      string() { number "$(wc -c < "$1")"; cat "$1"; }
      for text in texts/*/text; do
        if [ ! -e "$text" ]; then continue; fi
        folder=$(dirname "$text")
        position=$(basename "$folder")
        commitment=$(
          {
            printf 'liggare-commitment/v1\0'; string "$folder/event"; string "$folder/field"
            cat "$folder/salt"; string "$text"
          } | sha256sum | cut -c 1-64
        )
        grep "^{\"seq\":${position%%-*}," lines.ndjson | grep -qF "$commitment"
      done
      ```

      """#
    if isStamped { text += stamped }
    return Array(text.utf8)
  }

  private static let stamped = #"""

    An authority stamped a checkpoint that already held all of these lines. Its certificate may have expired since; what counts is
    the time of the stamp. `timestamp/ca.pem` came with the bundle: compare it with what the authority publishes / En utfärdare av
    tidsstämplar har stämplat en kontrollpunkt som redan innehöll alla dessa rader. Dess certifikat kan ha gått ut sedan dess; det
    som räknas är stämpelns tid. `timestamp/ca.pem` följde med underlaget: jämför med det som utfärdaren publicerar:

    ```sh
    made=$(openssl ts -reply -in timestamp/response.tsr -text | sed -n 's/^Time stamp: //p')
    openssl ts -verify -data timestamp/checkpoint -in timestamp/response.tsr -CAfile timestamp/ca.pem \
      -attime "$(date -d "$made" +%s)"
    ```

    The stamped log is the beginning of the one here / Den stämplade loggen är början på den här:

    ```sh
    work=$(mktemp -d)
    hash() { sha256sum | cut -c 1-64 | tr a-f A-F | basenc --base16 -d; }
    node() { { printf '\1'; cat "$work/$1" "$work/$2"; } | hash > "$work/node"; mv "$work/node" "$work/$3"; }
    first=$(sed -n 2p timestamp/checkpoint); second=$(sed -n 2p checkpoint)
    test "$(sed -n 1p timestamp/checkpoint)" = "$(sed -n 1p checkpoint)"
    for position in $(sed 's/^{"seq":\([0-9]*\),.*/\1/' lines.ndjson); do test "$position" -lt "$first"; done
    if [ "$first" -eq "$second" ]; then
      test "$(sed -n 3p timestamp/checkpoint)" = "$(sed -n 3p checkpoint)"
    else
      if [ $((first & (first - 1))) -eq 0 ]; then sed -n 3p timestamp/checkpoint; fi > "$work/path"
      cat timestamp/consistency >> "$work/path"
      first=$((first - 1)); second=$((second - 1))
      while [ $((first % 2)) -eq 1 ]; do first=$((first / 2)); second=$((second / 2)); done
      head -n 1 "$work/path" | base64 -d > "$work/old"
      cp "$work/old" "$work/new"
      sed 1d "$work/path" > "$work/rest"
      while read -r neighbour; do
        printf '%s' "$neighbour" | base64 -d > "$work/other"
        test "$second" -gt 0
        if [ $((first % 2)) -eq 1 ] || [ "$first" -eq "$second" ]; then
          node other old old; node other new new
          while [ $((first % 2)) -eq 0 ] && [ "$first" -gt 0 ]; do
            first=$((first / 2)); second=$((second / 2))
          done
        else
          node new other new
        fi
        first=$((first / 2)); second=$((second / 2))
      done < "$work/rest"
      test "$(base64 -w 0 "$work/old")" = "$(sed -n 3p timestamp/checkpoint)"
      test "$(base64 -w 0 "$work/new")" = "$(sed -n 3p checkpoint)"
    fi
    rm -r "$work"
    ```

    """#
}
