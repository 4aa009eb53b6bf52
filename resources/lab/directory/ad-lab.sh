#!/bin/bash
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
#
# ad-lab.sh - a throw-away Active Directory domain controller (Samba 4) on loopback.
#
#   ad-lab.sh start DIR     provision DIR if it is empty, start the server, print JSON
#   ad-lab.sh run DIR       the same, but stay: the server ends when standard input closes,
#                           when this script ends or by "stop"; the JSON is one line
#   ad-lab.sh stop DIR      end the server that start or run began in DIR
#   ad-lab.sh status DIR    print JSON again; exit status 0 when it runs, 3 when not
#   ad-lab.sh check         exit status 77 when a package is missing, saying which
#
# Environment:
#   AD_LAB_ADDRESS   loopback address to bind, default 127.0.0.1
#   AD_LAB_SHIFT     added to 389, 636, 3268, 3269, 88 and 464; default auto: one whose ports
#                    are all free.  0 means the standard ports, which need root.
#   AD_LAB_AUTH      "ldap server require strong auth": yes (default),
#                    allow_sasl_over_tls or no
#   AD_LAB_CERTIFICATE   good (default), expired or wrongname
#   AD_LAB_MODEL     single (default, one process) or prefork
#   AD_LAB_MAX_RUNTIME   seconds after which the server ends by itself, default never
#   AD_LAB_PORTSHIFT path of the built portshift module; default: compile portshift.c
#   AD_LAB_PHOTOS    folder of SAMACCOUNTNAME.jpg: the photos of the staff, default mosaics
#   AD_LAB_BULK      number of extra users with photos, default 0
#   AD_LAB_BULK_PASSWORDS   non-empty: give those users a password too (slow)
#
# Needs the Debian packages samba, samba-ad-dc, samba-ad-provision, python3-samba,
# openssl, ldap-utils and, without AD_LAB_PORTSHIFT, a C compiler.  No root, no
# systemd, no extended attributes, no change outside DIR.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
umask 077

here=$(cd "$(dirname "$0")" && pwd)
. "$here/lablib.sh"
verb=${1:-}
dir=${2:-}
address=${AD_LAB_ADDRESS:-127.0.0.1}
shift_by=${AD_LAB_SHIFT:-auto}
realm=${AD_LAB_REALM:-LAB.LIKENESS.TEST}
netbios=${AD_LAB_NETBIOS:-LABLIKE}
certificate=${AD_LAB_CERTIFICATE:-good}

if [ -n "$dir" ] && [ "$verb" != start ] && [ "$verb" != run ] && [ -r "$dir/etc/lab.env" ]; then
	. "$dir/etc/lab.env"            # address and shift_by of the last start
fi
domain=${realm,,}

die() { echo "ad-lab: $*" >&2; exit 1; }
write_conf() {
	cat > "$dir/etc/smb.conf" <<CONF
[global]
	netbios name = DC1
	workgroup = $netbios
	realm = $realm
	server role = active directory domain controller
	server services = ldap, cldap, kdc
	interfaces = $address/8
	bind interfaces only = yes
	krb5 port = $((88 + shift_by))
	kpasswd port = $((464 + shift_by))
	cldap port = $((389 + shift_by))
	private dir = $dir/private
	state directory = $dir/state
	cache directory = $dir/cache
	lock directory = $dir/lock
	pid directory = $dir/run
	ncalrpc dir = $dir/ncalrpc
	binddns dir = $dir/bind-dns
	ntp signd socket directory = $dir/ntp
	winbindd socket directory = $dir/winbindd
	log file = $dir/log/samba.log
	logging = file
	log level = 1 auth_audit:3
	panic action =
	tls enabled = yes
	tls keyfile = $dir/tls/$certificate.key
	tls certfile = $dir/tls/$certificate.pem
	tls cafile = $dir/tls/ca.pem
	tls priority = NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3
	ldap server require strong auth = ${AD_LAB_AUTH:-yes}
	dsdb:schema update allowed = yes
	load printers = no
	disable spoolss = yes
[sysvol]
	path = $dir/state/sysvol
	read only = no
[netlogon]
	path = $dir/state/sysvol/$domain/scripts
	read only = no
CONF
}

write_krb5() {
	cat > "$dir/etc/krb5.conf" <<CONF
[libdefaults]
	default_realm = $realm
	dns_lookup_realm = false
	dns_lookup_kdc = false
	dns_canonicalize_hostname = false
	rdns = false
	udp_preference_limit = 1
	default_ccache_name = FILE:$dir/run/ccache
[realms]
	$realm = {
		kdc = $address:$((88 + shift_by))
		kpasswd_server = $address:$((464 + shift_by))
	}
[domain_realm]
	.$domain = $realm
	$domain = $realm
	localhost = $realm
	$address = $realm
CONF
}

check() {
	local missing=() tool
	for tool in samba:samba-ad-dc openssl:openssl ldapsearch:ldap-utils setpriv:util-linux; do
		command -v "${tool%%:*}" > /dev/null || missing+=("${tool#*:}")
	done
	/usr/bin/python3 -c 'import samba.provision' 2>/dev/null || missing+=(python3-samba)
	[ -d /usr/share/samba/setup ] || missing+=(samba-ad-provision)
	[ -n "${AD_LAB_PORTSHIFT:-}" ] || [ "$shift_by" = 0 ] || command -v "${CC:-cc}" > /dev/null || missing+=(gcc)
	[ ${#missing[@]} = 0 ] || { echo "ad-lab: missing packages: ${missing[*]}" >&2; exit 77; }
}

# Below the range the kernel hands out to clients, so that only another lab can be in the way.
free_shift() {
	/usr/bin/python3 - "$address" <<'PY'
import random, socket, sys
def free(port, kind):
    with socket.socket(socket.AF_INET, kind) as probe:
        try:
            probe.bind((sys.argv[1], port))
        except OSError:
            return False
        return True
for _ in range(200):
    shift = random.randrange(4000, 28000)
    if all(free(port + shift, kind) for port in (88, 389, 464, 636, 3268, 3269)
           for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)):
        print(shift)
        break
PY
}

ready() {       # LDAPS answers as itself, and the KDC port accepts
	grep -q "LDAP Result\|dnsHostName" <(LDAPTLS_CACERT=$dir/tls/ca.pem LDAPTLS_REQCERT=allow timeout 2 \
		ldapsearch -x -LLL -H "ldaps://$address:$((636 + shift_by))" -b '' -s base dnsHostName 2>/dev/null) &&
		(: < "/dev/tcp/$address/$((88 + shift_by))") 2>/dev/null
}

describe() {      # up|down [line]
	/usr/bin/python3 - "$dir" "$address" "$shift_by" "$([ "$1" = up ] && cut -d' ' -f1 "$dir/run/lab.pid")" \
		"${2:-}" <<'PY'
import json, os, sys, urllib.parse
directory, address, shift, pid, form = sys.argv[1:]
shift = int(shift)
with open(directory + "/seed.json") as f:
    seed = json.load(f)
times = seed.pop("timings")
try:
    with open(directory + "/run/start.json") as f:
        times.update(json.load(f))
except OSError:
    pass
password, people = seed["password"], seed["people"]
account = lambda sam: {"dn": people[sam], "upn": "%s@%s" % (sam, seed["dnsDomain"]),
                       "down": "%s\\%s" % (seed["netbios"], sam), "password": password}
roles = {"user": "ada.reyes", "otherUser": "bo.lind", "helpdesk": "hd.alma",
         "dirsync": "svc.photosync", "unprivileged": "svc.plain",
         "disabled": "disabled.user", "mustChange": "must.change",
         "expiredPassword": "stale.password", "expiredAccount": "gone.account",
         "lockout": "lock.me", "protected": "protected.vip"}
out = {"running": bool(pid), "pid": int(pid) if pid else None,
       "shift": shift, "realm": seed["realm"], "netbios": seed["netbios"], "baseDn": seed["baseDn"],
       "ldap": "ldap://%s:%d" % (address, 389 + shift),
       "ldaps": "ldaps://%s:%d" % (address, 636 + shift),
       "gc": "ldap://%s:%d" % (address, 3268 + shift),
       "gcs": "ldaps://%s:%d" % (address, 3269 + shift),
       "ldapi": "ldapi://" + urllib.parse.quote(directory + "/private/ldapi", safe=""),
       "ldapiSystem": "ldapi://" + urllib.parse.quote(directory + "/private/ldap_priv/ldapi", safe=""),
       "kdc": "%s:%d" % (address, 88 + shift), "kpasswd": "%s:%d" % (address, 464 + shift),
       "caFile": directory + "/tls/ca.pem", "otherCaFile": directory + "/tls/otherca.pem", "krb5Config": directory + "/etc/krb5.conf",
       "tlsHostName": "dc1." + seed["dnsDomain"],
       "administrator": {"upn": "administrator@" + seed["dnsDomain"],
                         "password": seed["adminPassword"]},
       "accounts": {role: account(sam) for role, sam in roles.items()},
       "people": people, "timings": times}
json.dump(out, sys.stdout, indent=None if form == "line" else 1, ensure_ascii=False)
print(flush=True)
PY
}

prepare() {
	mkdir -p "$dir"/{etc,private,tls,state,cache,lock,run,ncalrpc,log,winbindd,ntp}
	chmod 755 "$dir/run"
	printf 'address=%q shift_by=%q realm=%q\n' "$address" "$shift_by" "$realm" > "$dir/etc/lab.env"
	write_conf
	write_krb5
	portshift=${AD_LAB_PORTSHIFT:-}
	if [ "$shift_by" != 0 ] && [ -z "$portshift" ]; then
		portshift=$dir/run/portshift.so
		[ -s "$portshift" ] || ${CC:-cc} -shared -fPIC -O2 -o "$portshift" "$here/portshift.c" -ldl
	fi
	[ ! -s "$dir/seed.json" ] || return 0
	rm -rf "${dir:?}"/private/* "${dir:?}"/state/*          # what an interrupted provisioning left
	certificates "$dir/tls" "DNS:dc1.$domain,DNS:localhost,DNS:$(uname -n),IP:$address"
	/usr/bin/python3 "$here/ad-lab.py" provision --conf "$dir/etc/smb.conf" --data "$dir" \
		--bulk "${AD_LAB_BULK:-0}" ${AD_LAB_BULK_PASSWORDS:+--bulk-passwords} \
		> "$dir/log/provision.log" 2>&1 || { tail -20 "$dir/log/provision.log" >&2; die "provisioning failed"; }
}

launch() {      # daemon|child: starts the server, waits until it answers; 1 = it ended at once
	local pid i apart=setsid
	[ "$1" = daemon ] || apart="setpriv --pdeathsig TERM"
	(
		[ "$shift_by" = 0 ] || export PORTSHIFT=$shift_by LD_PRELOAD=$portshift
		export KRB5_CONFIG=$dir/etc/krb5.conf HOME=$dir
		exec $apart samba -s "$dir/etc/smb.conf" -F --no-process-group --debug-stdout \
			-M "${AD_LAB_MODEL:-single}" --maximum-runtime="${AD_LAB_MAX_RUNTIME:-0}" < /dev/null > "$dir/log/samba.out" 2>&1
	) &
	pid=$!
	[ "$1" = child ] || disown
	echo "$pid $(started "$pid")" > "$dir/run/lab.pid"
	for i in $(seq 300); do
		running "$dir/run/lab.pid" || return 1
		ready && return 0
		sleep 0.1
	done
	end_server "$dir/run/lab.pid"
	die "not ready after 30 s"
}

start() {       # daemon|child
	mkdir -p "$dir"
	dir=$(cd "$dir" && pwd)
	running "$dir/run/lab.pid" && die "already running in $dir"
	[ ${#dir} -le 80 ] || die "the path of DIR may have at most 80 bytes (UNIX socket names)"
	export TDB_NO_FSYNC=1           # a lab needs no durability
	local t0 t1 try wanted=$shift_by
	t0=$(now)
	for try in 1 2 3; do            # another lab may take a free port before we do
		[ "$wanted" != auto ] || shift_by=$(free_shift)
		[ -n "$shift_by" ] || die "no free ports"
		prepare
		t1=$(now)
		launch "$1" && break
		[ "$wanted" = auto ] && [ "$try" -lt 3 ] || { tail -20 "$dir/log/samba.out" >&2; die "samba ended at once"; }
	done
	printf '{"prepare_total_s": %s, "start_s": %s}\n' "$(seconds "$t0" "$t1")" "$(seconds "$t1" "$(now)")" \
		> "$dir/run/start.json"
}

case $verb in
check) check; exit 0 ;;
start | run | stop | status) [ -n "$dir" ] || verb= ;;
esac
case $verb in
start)
	check
	start daemon
	describe up ;;
run)
	check
	start child
	describe up line
	keep_running "$dir/run/lab.pid" ;;
stop)
	dir=$(cd "$dir" && pwd)
	running "$dir/run/lab.pid" || echo "ad-lab: not running" >&2
	end_server "$dir/run/lab.pid" ;;
status)
	dir=$(cd "$dir" && pwd)
	[ -s "$dir/seed.json" ] || die "no lab in $dir"
	if running "$dir/run/lab.pid"; then describe up; else describe down; exit 3; fi ;;
*) sed -n '5,/^set -/{/^set -/d;s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
