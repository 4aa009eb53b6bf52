#!/bin/bash
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
#
# slapd-lab.sh - a throw-away OpenLDAP server with inetOrgPerson people, on loopback.
#
#   slapd-lab.sh start DIR   fill DIR if it is empty, start the server, print JSON
#   slapd-lab.sh run DIR     the same, but stay: the server ends when standard input closes,
#                            when this script ends or by "stop"; the JSON is one line
#   slapd-lab.sh stop DIR | status DIR | check     as in ad-lab.sh
#
# Environment: SLAPD_LAB_PORT          default auto: two free ports; else LDAPS is SLAPD_LAB_PORT+1
#              SLAPD_LAB_CERTIFICATE   good (default), expired or wrongname
#              SLAPD_LAB_BULK          extra users with photos, default 0
# Needs the Debian packages slapd, ldap-utils, openssl, python3.  No root.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
umask 077
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lablib.sh"
verb=${1:-}
dir=${2:-}
port=${SLAPD_LAB_PORT:-auto}
certificate=${SLAPD_LAB_CERTIFICATE:-good}
base=dc=lab,dc=likeness,dc=test

die() { echo "slapd-lab: $*" >&2; exit 1; }

check() {
	local missing=() tool
	for tool in slapd:slapd openssl:openssl ldapsearch:ldap-utils setpriv:util-linux; do
		command -v "${tool%%:*}" > /dev/null || missing+=("${tool#*:}")
	done
	[ ${#missing[@]} = 0 ] || { echo "slapd-lab: missing packages: ${missing[*]}" >&2; exit 77; }
}

write_conf() {
	cat > "$dir/slapd.conf" <<CONF
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/namedobject.schema
include /etc/ldap/schema/inetorgperson.schema
include /etc/ldap/schema/nis.schema
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload constraint
moduleload ppolicy
pidfile $dir/slapd.pid
argsfile $dir/slapd.args
TLSCACertificateFile $dir/tls/ca.pem
TLSCertificateFile $dir/tls/$certificate.pem
TLSCertificateKeyFile $dir/tls/$certificate.key
security simple_bind=128
sizelimit 1000
disallow bind_anon
database mdb
suffix "$base"
rootdn "cn=admin,$base"
rootpw Adm1n-Pa55word!
directory $dir/db
maxsize 4294967296
dbnosync
limits users size.soft=1000 size.hard=1000 size.pr=1000 size.prtotal=unlimited
index objectClass eq
index uid,displayName,givenName,sn,cn,mail eq,sub
index jpegPhoto pres
index entryCSN,entryUUID eq
access to attrs=userPassword by self =w by anonymous auth by * none
access to dn.exact="cn=Protected Vip,ou=Staff,$base" attrs=jpegPhoto by users read
access to dn.subtree="ou=Staff,$base" attrs=jpegPhoto by self write by group/groupOfNames/member.exact="cn=Photo Helpdesk,ou=Helpdesk,$base" write by users read
access to attrs=jpegPhoto by self write by users read
access to * by users read by anonymous auth
overlay constraint
constraint_attribute jpegPhoto size 102400
overlay ppolicy
ppolicy_default "cn=default,ou=Policies,$base"
ppolicy_use_lockout
CONF
}

free_port() {   # the first of two free neighbours below the range the kernel hands out to clients
	/usr/bin/python3 - <<'PY'
import random, socket
def free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
for _ in range(200):
    port = random.randrange(10000, 32000)
    if free(port) and free(port + 1):
        print(port)
        break
PY
}

describe() {    # [pid] [line]
	/usr/bin/python3 - "$dir" "$port" "${1:-}" "${2:-}" <<'PY'
import json, sys
directory, port, pid, form = sys.argv[1:]
with open(directory + "/seed.json") as f:
    seed = json.load(f)
people = seed["people"]
roles = {"user": "ada.reyes", "otherUser": "bo.lind", "helpdesk": "hd.alma", "unprivileged": "svc.plain",
         "expiredPassword": "stale.password", "mustChange": "must.change", "lockout": "lock.me",
         "protected": "protected.vip"}
json.dump({"running": bool(pid), "pid": int(pid) if pid else None, "baseDn": seed["baseDn"],
           "ldap": "ldap://127.0.0.1:%s" % port, "ldaps": "ldaps://127.0.0.1:%d" % (int(port) + 1),
           "caFile": directory + "/tls/ca.pem", "otherCaFile": directory + "/tls/otherca.pem",
           "administrator": {"dn": "cn=admin," + seed["baseDn"], "password": seed["adminPassword"]},
           "accounts": {r: {"dn": people[s], "password": seed["password"]} for r, s in roles.items()},
           "people": people}, sys.stdout, indent=None if form == "line" else 1, ensure_ascii=False)
print(flush=True)
PY
}

prepare() {
	write_conf
	# a copy of the binary: an AppArmor profile goes by the path of /usr/sbin/slapd
	cp -f "$(command -v slapd)" "$dir/slapd"
	[ ! -s "$dir/seed.json" ] || return 0
	rm -rf "${dir:?}/db"
	mkdir -p "$dir/db" "$dir/tls"
	certificates "$dir/tls" DNS:localhost,IP:127.0.0.1
	/usr/bin/python3 "$here/slapd-lab.py" "$dir" "${SLAPD_LAB_BULK:-0}"
	"$dir/slapd" -T add -q -f "$dir/slapd.conf" -l "$dir/seed.ldif" > "$dir/slapadd.log" 2>&1 ||
		{ tail "$dir/slapadd.log" >&2; rm -f "$dir/seed.json"; die "slapadd failed"; }
}

ready() {
	LDAPTLS_CACERT=$dir/tls/ca.pem LDAPTLS_REQCERT=allow timeout 2 ldapwhoami -x \
		-H "ldaps://127.0.0.1:$((port + 1))" -D "cn=admin,$base" -w 'Adm1n-Pa55word!' > /dev/null 2>&1
}

launch() {      # daemon|child: starts the server, waits until it answers; 1 = it ended at once
	local pid i apart=setsid
	[ "$1" = daemon ] || apart="setpriv --pdeathsig TERM"
	(exec $apart "$dir/slapd" -d 0 -f "$dir/slapd.conf" \
		-h "ldap://127.0.0.1:$port ldaps://127.0.0.1:$((port + 1))" < /dev/null > "$dir/slapd.log" 2>&1) &
	pid=$!
	[ "$1" = child ] || disown
	echo "$pid $(started "$pid")" > "$dir/lab.pid"
	for i in $(seq 300); do
		running "$dir/lab.pid" || return 1
		ready && return 0
		sleep 0.05
	done
	end_server "$dir/lab.pid"
	die "not ready after 15 s"
}

start() {       # daemon|child
	local try wanted=$port
	mkdir -p "$dir"
	dir=$(cd "$dir" && pwd)
	running "$dir/lab.pid" && die "already running in $dir"
	prepare
	for try in 1 2 3; do            # another lab may take a free port before we do
		[ "$wanted" != auto ] || port=$(free_port)
		[ -n "$port" ] || die "no free ports"
		launch "$1" && break
		[ "$wanted" = auto ] && [ "$try" -lt 3 ] || { tail "$dir/slapd.log" >&2; die "slapd ended at once"; }
	done
	echo "$port" > "$dir/port"
}

case $verb in
check) check; exit 0 ;;
start | run | stop | status) [ -n "$dir" ] || verb= ;;
esac
case $verb in
start)
	check
	start daemon
	describe "$(cut -d' ' -f1 "$dir/lab.pid")" ;;
run)
	check
	start child
	describe "$(cut -d' ' -f1 "$dir/lab.pid")" line
	keep_running "$dir/lab.pid" ;;
stop)
	dir=$(cd "$dir" && pwd)
	running "$dir/lab.pid" || echo "slapd-lab: not running" >&2
	end_server "$dir/lab.pid" ;;
status)
	dir=$(cd "$dir" && pwd)
	[ -s "$dir/seed.json" ] || die "no lab in $dir"
	port=$(cat "$dir/port")
	if running "$dir/lab.pid"; then describe "$(cut -d' ' -f1 "$dir/lab.pid")"; else describe; exit 3; fi ;;
*) sed -n '5,/^set -/{/^set -/d;s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
