"""Hold assessment results of OSCAL against the schema of NIST beside this file, and each reference in them against what it names."""
import json, os, re, sys
import jsonschema

document = json.load(open(sys.argv[1]))
schema = json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "oscal_assessment-results_schema.json")))


def plain(value):
    """The schema with the classes of characters that Python does not know written out."""
    if isinstance(value, dict):
        return {
            k: v.replace(r"\p{L}", r"[^\W\d_]").replace(r"\p{N}", r"\d") if k == "pattern" and isinstance(v, str) else plain(v)
            for k, v in value.items()
        }
    return [plain(v) for v in value] if isinstance(value, list) else value


validator = jsonschema.Draft7Validator(plain(schema), format_checker=jsonschema.FormatChecker())
errors = [f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in validator.iter_errors(document)]
results = document["assessment-results"]
uuids = re.findall(r'"uuid": "([^"]*)"', json.dumps(results))
if len(uuids) != len(set(uuids)): errors.append("two things have one UUID")
for uuid in re.findall(r'"(?:observation|risk)-uuid": "([^"]*)"', json.dumps(results)):
    if uuid not in uuids: errors.append(f"{uuid} is named and is not there")
href = results["import-ap"]["href"]
if href.startswith("#") and href[1:] not in uuids: errors.append(f"{href} is not there")
for result in results["results"]:
    selected = {s for c in result["reviewed-controls"]["control-selections"] for i in c["include-controls"] for s in i["statement-ids"]}
    found = {f["target"]["target-id"] for f in result["findings"]}
    if selected != found: errors.append(f"reviewed {selected ^ found}")
    for finding in result["findings"]:
        satisfied = finding["target"]["status"]["state"] == "satisfied"
        if satisfied == ("related-risks" in finding): errors.append(f"{finding['title']}: {satisfied}")
        print(finding["target"]["target-id"], finding["target"]["status"]["state"], len(finding.get("related-risks", [])))
for error in errors[:20]: print(error)
sys.exit(1 if errors else 0)
