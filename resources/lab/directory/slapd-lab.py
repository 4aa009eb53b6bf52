# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""Write DIR/seed.ldif and DIR/seed.json for slapd-lab.sh."""
import base64
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from labdata import (ADMIN_PASSWORD, BASE as AD_BASE, DNS, HELPDESK, REALM, SERVICE,  # noqa: E402
                     SPECIAL, STAFF, USER_PASSWORD, mosaic_jpeg)

BASE = AD_BASE.replace("DC=", "dc=")
directory, bulk = sys.argv[1], int(sys.argv[2])
people, lines = {}, []


def escaped(text):
    return "".join("\\" + c if c in ',+"\\<>;=' else c for c in text)


def entry(dn, **attributes):
    def put(name, value):
        raw = value if isinstance(value, bytes) else str(value).encode()
        plain = raw and raw.isascii() and raw[:1] not in b" :<" and not raw.endswith(b" ") \
            and b"\n" not in raw and b"\0" not in raw
        lines.append("%s: %s" % (name, raw.decode()) if plain
                     else "%s:: %s" % (name, base64.b64encode(raw).decode()))
    put("dn", dn)
    for name, value in attributes.items():
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                put(name, one)
    lines.append("")


def person(ou, sam, given, surname, password=USER_PASSWORD, **more):
    display = ("%s %s" % (given, surname)).strip()
    dn = "cn=%s,%s,%s" % (escaped(display), ou, BASE)
    people[sam] = dn
    values = dict(objectClass=["top", "person", "organizationalPerson", "inetOrgPerson"],
                  cn=display, sn=surname, givenName=given, displayName=display, uid=sam,
                  mail="%s@%s" % (sam, DNS), userPassword=password)
    values.update(more)
    entry(dn, **values)


entry(BASE, objectClass=["top", "domain"], dc=DNS.split(".")[0])
for ou in ("Staff", "Helpdesk", "Service", "Policies"):
    entry("ou=%s,%s" % (ou, BASE), objectClass=["top", "organizationalUnit"], ou=ou)
entry("ou=Oslo,ou=Staff," + BASE, objectClass=["top", "organizationalUnit"], ou="Oslo")
entry("cn=default,ou=Policies," + BASE, objectClass=["top", "namedObject", "pwdPolicy"],
      cn="default", pwdAttribute="userPassword", pwdLockout="TRUE", pwdMaxFailure=3,
      pwdLockoutDuration=5, pwdFailureCountInterval=5)
for number, (sam, given, surname, department, title) in enumerate(STAFF):
    person("ou=Oslo,ou=Staff" if number % 4 == 3 else "ou=Staff", sam, given, surname,
           departmentNumber=department, title=title, employeeNumber=1000 + number,
           jpegPhoto=mosaic_jpeg(sam, 96, 4000 + 500 * number) if number % 3 else None)
entry("cn=aging,ou=Policies," + BASE, objectClass=["top", "namedObject", "pwdPolicy"],
      cn="aging", pwdAttribute="userPassword", pwdMaxAge=3600, pwdMustChange="TRUE")
# operational attributes, as the ppolicy overlay would have left them
SPECIAL_STATE = {
    "stale.password": dict(pwdPolicySubentry="cn=aging,ou=Policies," + BASE,
                           pwdChangedTime="20200101000000Z"),
    "must.change": dict(pwdPolicySubentry="cn=aging,ou=Policies," + BASE, pwdReset="TRUE",
                        pwdChangedTime="20490101000000Z"),
}
for sam, purpose in SPECIAL:
    given, surname = (part.capitalize() for part in sam.split("."))
    person("ou=Staff", sam, given, surname, description=purpose,
           mail=None if sam == "no.mail" else "%s@%s" % (sam, DNS), **SPECIAL_STATE.get(sam, {}))
for sam, given, surname in HELPDESK:
    person("ou=Helpdesk", sam, given, surname)
for sam, purpose in SERVICE:
    person("ou=Service", sam, sam, "Service", description=purpose)
people["helpdeskGroup"] = "cn=Photo Helpdesk,ou=Helpdesk," + BASE
entry(people["helpdeskGroup"], objectClass=["top", "groupOfNames"], cn="Photo Helpdesk",
      member=[people[sam] for sam, _, _ in HELPDESK])
if bulk:
    entry("ou=Bulk," + BASE, objectClass=["top", "organizationalUnit"], ou="Bulk")
photos = [mosaic_jpeg(number, 96, 2000 + number * 37 % 2000) for number in range(min(bulk, 500))]
for number in range(bulk):
    person("ou=Bulk", "bulk%05d" % number, "Bulk", "Person %05d" % number, password=None,
           jpegPhoto=photos[number % len(photos)])
with open(directory + "/seed.ldif", "w") as out:
    out.write("\n".join(lines) + "\n")
with open(directory + "/seed.json", "w") as out:
    json.dump({"realm": REALM, "dnsDomain": DNS, "baseDn": BASE, "password": USER_PASSWORD,
               "adminPassword": ADMIN_PASSWORD, "people": people}, out)
