# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
# Sourced by ad-lab.sh and slapd-lab.sh: process bookkeeping and the certificates of a lab.

now() { date +%s%N; }
seconds() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", (b - a) / 1e9 }'; }
# Start time of a process in clock ticks; nothing when it has ended. With the pid it names a process for good.
started() { awk '{ sub(/.*\) /, ""); if ($1 != "Z") print $20 }' "/proc/$1/stat" 2>/dev/null; }

running() {     # the pid recorded in the file still names the process that was started
	local pid birth
	[ -r "$1" ] || return 1
	read -r pid birth < "$1"
	[ -n "$birth" ] && [ "$(started "$pid")" = "$birth" ]
}

end_server() {  # FILE: ends the recorded process, politely first
	local pid birth i
	running "$1" || return 0
	read -r pid birth < "$1"
	kill -TERM "$pid"
	for i in $(seq 100); do running "$1" || break; sleep 0.05; done
	if running "$1"; then kill -KILL "$pid"; fi
	rm -f "$1"
}

# certificate DIR NAME FROM TO SUBJECT_ALT_NAMES: DIR/NAME.pem and DIR/NAME.key, issued by DIR/ca.pem
certificate() {
	openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
		-keyout "$1/$2.key" -out "$1/$2.csr" -subj "/CN=Likeness lab $2" 2>/dev/null
	openssl ca -batch -notext -config <(printf '%s\n' '[ca]' 'default_ca = lab' '[lab]' "database = $1/index.txt" \
		"new_certs_dir = $1" "certificate = $1/ca.pem" "private_key = $1/ca.key" 'rand_serial = yes' \
		'unique_subject = no' 'default_md = sha256' 'policy = any' '[any]' 'commonName = supplied') \
		-startdate "$3" -enddate "$4" -in "$1/$2.csr" -out "$1/$2.pem" \
		-extfile <(printf '%s\n' "subjectAltName=$5" extendedKeyUsage=serverAuth) 2>"$1/$2.log" ||
		{ cat "$1/$2.log" >&2; return 1; }
	rm -f "$1/$2.csr" "$1/$2.log"
}

# certificates DIR SUBJECT_ALT_NAMES: a CA, a certificate that is right, one that has expired, one for another
# name, and a CA that issued none of them
certificates() {
	local name
	for name in ca otherca; do
		openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
			-keyout "$1/$name.key" -out "$1/$name.pem" -subj "/CN=Likeness lab $name" \
			-addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
	done
	: > "$1/index.txt"
	certificate "$1" good 20200101000000Z 20490101000000Z "$2"
	certificate "$1" expired 20200101000000Z 20200201000000Z "$2"
	certificate "$1" wrongname 20200101000000Z 20490101000000Z DNS:elsewhere.likeness.test
}

# keep_running PIDFILE: until the server ends or whoever started us closes our standard input
keep_running() {
	local pid birth keeper
	read -r pid birth < "$1"
	trap 'end_server "$1"; exit 0' TERM INT HUP
	cat <&0 > /dev/null &
	keeper=$!
	wait -n "$pid" "$keeper" || true
	end_server "$1"
	kill "$keeper" 2>/dev/null || true
}
