"""Hold lines of OCSF, from standard input, against the excerpt of the schema beside this file.

Every attribute must be one of its class or object, with its type and enumeration; what is required must be there, and so must one of what is
required as one of several. Prints how many events there were of each class and activity.
"""
import collections, json, os, sys

schema = json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema-1.8.0.json")))
classes = {c["uid"]: c for c in schema["classes"].values()}
strings = {"string_t", "username_t", "email_t", "url_t", "hostname_t", "ip_t", "resource_uid_t", "datetime_t", "uuid_t"}
faults, counts, uids = [], collections.Counter(), set()


def check(where, value, kind, profiles):
    attributes = kind["attributes"]
    for name, inner in value.items():
        attribute = attributes.get(name)
        if attribute is None:
            faults.append(f"{where}.{name}: not in the schema")
            continue
        many = attribute.get("is_array", False)
        if many != isinstance(inner, list):
            faults.append(f"{where}.{name}: {'a list' if many else 'one value'} is asked for")
            continue
        for one in inner if many else [inner]:
            judge(f"{where}.{name}", one, attribute, profiles)
    for name, attribute in attributes.items():
        if attribute["requirement"] != "required" or name in value: continue
        if attribute.get("profiles") and not set(attribute["profiles"]) & set(profiles): continue
        faults.append(f"{where}: {name} is required")
    for constraint, names in (kind.get("constraints") or {}).items():
        present = sum(name in value for name in names)
        if present == 0 or (constraint == "just_one" and present > 1):
            faults.append(f"{where}: {constraint} of {names}")


def judge(where, value, attribute, profiles):
    kind = attribute["type"]
    if kind == "object_t":
        if not isinstance(value, dict):
            faults.append(f"{where}: an object is asked for")
        elif attribute["object_type"] != "object":
            check(where, value, schema["objects"][attribute["object_type"]], profiles)
    elif kind in strings:
        if not isinstance(value, str) or not value: faults.append(f"{where}: {value!r} is no text")
    elif kind in {"integer_t", "long_t", "timestamp_t"}:
        if type(value) is not int: faults.append(f"{where}: {value!r} is no whole number")
    elif kind == "boolean_t":
        if type(value) is not bool: faults.append(f"{where}: {value!r} is neither true nor false")
    elif kind != "json_t":
        faults.append(f"{where}: the type {kind} is not known here")
    if "enum" in attribute and str(value) not in attribute["enum"]:
        faults.append(f"{where}: {value!r} is not in the enumeration")


for number, line in enumerate(sys.stdin, 1):
    event = json.loads(line)
    kind = classes[event["class_uid"]]
    check(f"{number}", event, kind, event["metadata"].get("profiles", []))
    named = kind["attributes"]
    for id, text in (("activity_id", "activity_name"), ("severity_id", "severity"), ("status_id", "status")):
        if id in event and event[id] != 99 and named[id]["enum"][str(event[id])] != event.get(text):
            faults.append(f"{number}: {text} {event.get(text)!r} is not what {id} {event[id]} is called")
    if event["type_uid"] != event["class_uid"] * 100 + event["activity_id"]: faults.append(f"{number}: type_uid")
    if event["category_uid"] != event["class_uid"] // 1000: faults.append(f"{number}: category_uid")
    if event["class_name"] != kind["caption"]: faults.append(f"{number}: class_name")
    if event["metadata"]["version"] != schema["version"]: faults.append(f"{number}: metadata.version")
    if event["metadata"]["uid"] in uids: faults.append(f"{number}: metadata.uid is not unique")
    uids.add(event["metadata"]["uid"])
    counts[event["class_uid"], event["activity_id"]] += 1
for fault in faults[:20]: print(fault)
for (uid, activity), count in sorted(counts.items()): print(uid, activity, count)
sys.exit(1 if faults else 0)
