"""Hold two ListResponses of SCIM, users and groups, against RFC 7643 and 7644, against each other, and against the grants in effect."""
import datetime, json, sys

CORE = "urn:ietf:params:scim:schemas:core:2.0:"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
# What RFC 7643, section 4, names, as far as a register of access can know it.
USER = {
    "schemas", "id", "userName", "name", "displayName", "userType", "active", "entitlements", "roles", "groups", "meta", ENTERPRISE,
}
GROUP = {"schemas", "id", "displayName", "members", "meta"}
faults = []


def listed(path):
    response = json.load(open(path))
    if response["schemas"] != ["urn:ietf:params:scim:api:messages:2.0:ListResponse"]: faults.append(f"{path}: schemas")
    resources = response["Resources"]
    if not response["totalResults"] == response["itemsPerPage"] == len(resources): faults.append(f"{path}: counts")
    if response["startIndex"] != 1: faults.append(f"{path}: startIndex")
    return resources


def check(resource, kind, known, required):
    for name in required:
        if name not in resource: faults.append(f"{resource.get('id')}: {name} is required")
    for name in set(resource) - known: faults.append(f"{resource.get('id')}: {name} is not in the schema")
    if CORE + kind not in resource["schemas"]: faults.append(f"{resource['id']}: schemas")
    if (ENTERPRISE in resource) and ENTERPRISE not in resource["schemas"]: faults.append(f"{resource['id']}: extension")
    meta = resource["meta"]
    if meta["resourceType"] != kind: faults.append(f"{resource['id']}: resourceType")
    created, modified = (datetime.datetime.strptime(meta[k], "%Y-%m-%dT%H:%M:%S.%fZ") for k in ("created", "lastModified"))
    if modified < created: faults.append(f"{resource['id']}: modified before it was created")
    for values in resource.values():
        for value in values if isinstance(values, list) else []:
            if isinstance(value, dict) and "value" not in value: faults.append(f"{resource['id']}: a value is missing")


users, groups = listed(sys.argv[1]), listed(sys.argv[2])
for user in users:
    check(user, "User", USER, ["schemas", "id", "userName", "meta"])
    if type(user["active"]) is not bool: faults.append(f"{user['id']}: active")
for group in groups: check(group, "Group", GROUP, ["schemas", "id", "displayName", "meta"])
for resources in (users, groups):
    if len({r["id"] for r in resources}) != len(resources): faults.append("two resources have one id")
if len({u.get("userName", "").lower() for u in users}) != len(users): faults.append("two users have one userName")
held = {(u["id"], e["value"]) for u in users for e in u.get("entitlements", [])}
joined = {(u["id"], g["value"]) for u in users for g in u.get("groups", [])}
members = {(m["value"], g["id"]) for g in groups for m in g.get("members", [])}
grants = {(g["person"], f"{g['system']}/{g['entitlement']}") for g in json.load(open(sys.argv[3])) if g["person"]}
if not held == joined == members == grants or not grants: faults.append(f"{held} {joined} {members} {grants}")
for fault in faults[:20]: print(fault)
sys.exit(1 if faults else 0)
