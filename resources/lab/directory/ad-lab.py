# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""Provision and fill a throw-away Active Directory domain (Samba 4, offline, no root needed).

    /usr/bin/python3 ad-lab.py provision --conf SMB_CONF --data DIR [--bulk N] [--bulk-passwords]

Everything is written straight into the private databases with the system
session, before the server runs.  The result, a JSON description of the lab,
goes to DIR/seed.json.
"""
import argparse
import inspect
import json
import logging
import os
import random
import socket
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from labdata import (ADMIN_PASSWORD, BASE, DNS, GUID_THUMBNAIL_PHOTO, GUID_USER, HELPDESK,  # noqa: E402
                     NETBIOS, REALM, SERVICE, SPECIAL, STAFF, USER_PASSWORD, consistency_guid, mosaic_jpeg)


# ------------------------------------------------------------------ directory
class Lab:
    def __init__(self, conf, data):
        import samba.param
        self.lp = samba.param.LoadParm()
        self.lp.load(conf)
        self.conf, self.data = conf, data
        self.timings = {}

    def provision(self):
        from samba.provision import provision
        from samba.auth import system_session
        logger = logging.getLogger("provision")
        logger.addHandler(logging.StreamHandler(sys.stderr))
        logger.setLevel(logging.ERROR)
        begin = time.time()
        # Samba 4.19 and later would prepare the forest for a level that this schema is too old for
        levels = {"adprep_level": None} if "adprep_level" in inspect.signature(provision).parameters else {}
        # skip_sysvolacl: no xattr, POSIX ACL, chown or root needed (samba-tool cannot do that)
        provision(logger, system_session(), smbconf=self.conf, realm=REALM, domain=NETBIOS,
                  hostname="dc1", hostip="127.0.0.1", adminpass=ADMIN_PASSWORD,
                  serverrole="active directory domain controller", dom_for_fun_level=4,
                  base_schema="2012_R2", dns_backend="NONE", lp=self.lp,
                  skip_sysvolacl=True, batch_mode=True, **levels)
        self.timings["provision_s"] = round(time.time() - begin, 2)

    def open(self, batch=False):
        from samba.samdb import SamDB
        from samba.auth import system_session
        # batch mode: three times faster adds; a failed add spoils its whole transaction
        self.db = SamDB(url=self.lp.private_path("sam.ldb"), session_info=system_session(),
                        lp=self.lp, options=["batch_mode:1"] if batch else [])

    def add(self, dn, **attributes):
        import ldb
        message = ldb.Message(ldb.Dn(self.db, dn))
        for name, value in attributes.items():
            values = value if isinstance(value, list) else [value]
            message[name] = ldb.MessageElement(
                [v if isinstance(v, bytes) else str(v).encode() for v in values],
                ldb.FLAG_MOD_ADD, name)
        self.db.add(message)

    def change(self, dn, controls=None, **attributes):
        import ldb
        message = ldb.Message(ldb.Dn(self.db, dn))
        for name, value in attributes.items():
            values = value if isinstance(value, list) else [value]
            message[name] = ldb.MessageElement(
                [v if isinstance(v, bytes) else str(v).encode() for v in values],
                ldb.FLAG_MOD_REPLACE, name)
        self.db.modify(message, controls or [])

    def person(self, ou, sam, given, surname, password=USER_PASSWORD, control=512, **more):
        import ldb
        dn = ldb.Dn(self.db, "%s,%s" % (ou, BASE))
        display = ("%s %s" % (given, surname)).strip()
        child = ldb.Dn(self.db, "CN=x")
        child.set_component(0, "CN", display)
        child.add_base(dn)
        values = dict(objectClass="user", sAMAccountName=sam, displayName=display,
                      givenName=given, sn=surname, userAccountControl=control,
                      userPrincipalName="%s@%s" % (sam, DNS), mail="%s@%s" % (sam, DNS))
        if password is not None:
            values["unicodePwd"] = ('"%s"' % password).encode("utf-16-le")
        values.update(more)
        self.add(str(child), **{k: v for k, v in values.items() if v is not None})
        return str(child)

    def photo(self, sam, number):
        """What the person starts with: SAM.jpg of AD_LAB_PHOTOS if that is set, else a mosaic for two of three."""
        folder = os.environ.get("AD_LAB_PHOTOS")
        if not folder:
            return mosaic_jpeg(sam, 96, 4000 + 500 * number) if number % 3 else None
        try:
            with open(os.path.join(folder, sam + ".jpg"), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def seed(self):
        import ldb
        from samba.sd_utils import SDUtils
        from samba.dcerpc import security
        from samba.ndr import ndr_unpack
        begin = time.time()
        domain = {}
        self.db.transaction_start()
        try:
            # short tests need a short lock-out: 5 s, in units of -100 ns
            self.change(BASE, lockoutThreshold=3, lockoutDuration=-50000000,
                        lockOutObservationWindow=-50000000, minPwdAge=0, pwdHistoryLength=0)
            self.db.modify(self.spn_message())
            for ou in ("Staff", "Helpdesk", "Service"):
                self.add("OU=%s,%s" % (ou, BASE), objectClass="organizationalUnit")
            self.add("OU=Oslo,OU=Staff," + BASE, objectClass="organizationalUnit")
            domain["helpdeskGroup"] = "CN=Photo Helpdesk,OU=Helpdesk," + BASE
            for number, (sam, given, surname, department, title) in enumerate(STAFF):
                photo = self.photo(sam, number)
                ou = "OU=Oslo,OU=Staff" if number % 4 == 3 else "OU=Staff"
                domain[sam] = self.person(
                    ou, sam, given, surname, department=department, title=title,
                    company="Likeness Lab", physicalDeliveryOfficeName="Room %d" % (100 + number),
                    telephoneNumber="+47 55 50 1%02d" % number, employeeID=str(1000 + number),
                    **{"mS-DS-ConsistencyGuid": consistency_guid(sam)},
                    thumbnailPhoto=photo,
                    proxyAddresses=["SMTP:%s@%s" % (sam, DNS), "smtp:%s@old.%s" % (sam, DNS)])
            for sam, purpose in SPECIAL:
                given, surname = (part.capitalize() for part in sam.split("."))
                domain[sam] = self.person(
                    "OU=Staff", sam, given, surname, description=purpose,
                    control=514 if sam == "disabled.user" else 512,
                    mail=None if sam == "no.mail" else "%s@%s" % (sam, DNS))
            for sam, given, surname in HELPDESK:
                domain[sam] = self.person("OU=Helpdesk", sam, given, surname)
            for sam, purpose in SERVICE:
                domain[sam] = self.person("OU=Service", sam, sam, "Service", description=purpose)
            self.add(domain["helpdeskGroup"], objectClass="group",
                     sAMAccountName="Photo Helpdesk",
                     member=[domain[sam] for sam, _, _ in HELPDESK])
            self.change(domain["must.change"], pwdLastSet=0)
            self.change(domain["gone.account"], accountExpires=132223104000000000)  # 2020
        except Exception:
            self.db.transaction_cancel()
            raise
        self.db.transaction_commit()

        # password age: a stored time stamp in 2020
        try:
            self.change(domain["stale.password"], pwdLastSet=132223104000000000,
                        controls=["local_oid:1.3.6.1.4.1.7165.4.3.20:0", "relax:0"])
        except ldb.LdbError as error:
            print("stale.password: %s" % error, file=sys.stderr)

        def sid(dn):
            found = self.db.search(dn, ldb.SCOPE_BASE, attrs=["objectSid"])
            return str(ndr_unpack(security.dom_sid, found[0]["objectSid"][0]))

        descriptors = SDUtils(self.db)
        # helpdesk: read and write property thumbnailPhoto on every user below OU=Staff
        descriptors.dacl_add_ace("OU=Staff," + BASE, "(OA;CIIO;RPWP;%s;%s;%s)" % (
            GUID_THUMBNAIL_PHOTO, GUID_USER, sid(domain["helpdeskGroup"])))
        # DirSync: the extended right DS-Replication-Get-Changes on the naming context
        descriptors.dacl_add_ace(BASE, "(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;%s)" %
                                 sid(domain["svc.photosync"]))
        # a protected DACL, as AdminSDHolder leaves behind on administrators
        found = self.db.search(domain["protected.vip"], ldb.SCOPE_BASE,
                               attrs=["nTSecurityDescriptor"])
        descriptor = ndr_unpack(security.descriptor, found[0]["nTSecurityDescriptor"][0])
        text = descriptor.as_sddl(security.dom_sid(self.db.get_domain_sid()))
        owner, dacl = text.split("D:", 1)
        dacl = dacl.split("S:", 1)[0]
        aces = [a for a in dacl[dacl.index("("):].strip("()").split(")(") if "ID" not in a.split(";")[1]]
        fixed = security.descriptor.from_sddl(
            owner + "D:P" + "".join("(%s)" % a for a in aces),
            security.dom_sid(self.db.get_domain_sid()))
        descriptors.modify_sd_on_dn(domain["protected.vip"], fixed)
        self.timings["seed_s"] = round(time.time() - begin, 2)
        return domain

    def spn_message(self):
        import ldb
        message = ldb.Message(ldb.Dn(self.db, "CN=DC1,OU=Domain Controllers," + BASE))
        # 127.0.0.1 and localhost for clients that do not canonicalise the host of the URL,
        # the machine's own name for libldap, which puts it in place of a loopback peer
        hosts = {"localhost", "127.0.0.1", socket.gethostname(), "dc1." + DNS}
        message["s"] = ldb.MessageElement(["ldap/" + host for host in sorted(hosts)],
                                          ldb.FLAG_MOD_ADD, "servicePrincipalName")
        return message

    def bulk(self, count, passwords):
        begin = time.time()
        self.open(batch=True)
        self.db.transaction_start()
        self.add("OU=Bulk," + BASE, objectClass="organizationalUnit")
        rnd = random.Random(4711)
        size = 0
        for number in range(count):
            photo = mosaic_jpeg(number, 96, rnd.randrange(3000, 13000))
            size += len(photo)
            self.person("OU=Bulk", "bulk%05d" % number, "Bulk", "Person %05d" % number,
                        password=USER_PASSWORD if passwords else None,
                        control=512 if passwords else 544, thumbnailPhoto=photo,
                        department="Dept %02d" % (number % 40))
            if number % 500 == 499:
                self.db.transaction_commit()
                self.db.transaction_start()
        self.db.transaction_commit()
        self.timings["bulk_s"] = round(time.time() - begin, 2)
        self.timings["bulk_users"] = count
        self.timings["bulk_photo_bytes"] = size


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["provision"])
    parser.add_argument("--conf", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--bulk", type=int, default=0)
    parser.add_argument("--bulk-passwords", action="store_true")
    options = parser.parse_args()
    lab = Lab(options.conf, options.data)
    lab.provision()
    lab.open()
    people = lab.seed()
    if options.bulk:
        lab.bulk(options.bulk, options.bulk_passwords)
    with open(os.path.join(options.data, "seed.json"), "w") as out:
        json.dump({"realm": REALM, "netbios": NETBIOS, "dnsDomain": DNS, "baseDn": BASE,
                   "domainSid": str(lab.db.get_domain_sid()),
                   "password": USER_PASSWORD, "adminPassword": ADMIN_PASSWORD,
                   "people": people, "timings": lab.timings}, out, indent=1)


if __name__ == "__main__":
    main()
