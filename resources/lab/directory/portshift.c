/* SPDX-FileCopyrightText: Likeness contributors
 * SPDX-License-Identifier: Apache-2.0
 *
 * portshift.c - LD_PRELOAD shim for the lab only.
 *
 * Samba's LDAP server has its ports (389, 636, 3268, 3269) compiled in.  This
 * shim adds PORTSHIFT to every well-known port the process binds and takes it
 * off again in getsockname(), because the LDAP server decides by the local
 * port number whether a connection is TLS or global catalogue.
 *
 *   cc -shared -fPIC -O2 -o portshift.so portshift.c -ldl
 *   PORTSHIFT=20000 LD_PRELOAD=./portshift.so samba ...
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int shift(void)
{
	static int value = -1;
	if (value < 0) {
		const char *text = getenv("PORTSHIFT");
		value = text ? atoi(text) : 0;
	}
	return value;
}

static int wellKnown(int port)
{
	return port == 389 || port == 636 || port == 3268 || port == 3269;
}

int bind(int fd, const struct sockaddr *address, socklen_t length)
{
	static int (*next)(int, const struct sockaddr *, socklen_t);
	struct sockaddr_storage copy;

	if (!next)
		next = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "bind");
	if (length > sizeof copy)
		return next(fd, address, length);
	memcpy(&copy, address, length);
	if (copy.ss_family == AF_INET && length >= sizeof(struct sockaddr_in)) {
		struct sockaddr_in *in = (struct sockaddr_in *)&copy;
		if (wellKnown(ntohs(in->sin_port)))
			in->sin_port = htons(ntohs(in->sin_port) + shift());
	} else if (copy.ss_family == AF_INET6 && length >= sizeof(struct sockaddr_in6)) {
		struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)&copy;
		if (wellKnown(ntohs(in6->sin6_port)))
			in6->sin6_port = htons(ntohs(in6->sin6_port) + shift());
	}
	return next(fd, (struct sockaddr *)&copy, length);
}

int getsockname(int fd, struct sockaddr *address, socklen_t *length)
{
	static int (*next)(int, struct sockaddr *, socklen_t *);
	int result;

	if (!next)
		next = (int (*)(int, struct sockaddr *, socklen_t *))dlsym(RTLD_NEXT, "getsockname");
	result = next(fd, address, length);
	if (result == 0 && address->sa_family == AF_INET) {
		struct sockaddr_in *in = (struct sockaddr_in *)address;
		int port = ntohs(in->sin_port) - shift();
		if (wellKnown(port))
			in->sin_port = htons(port);
	} else if (result == 0 && address->sa_family == AF_INET6) {
		struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)address;
		int port = ntohs(in6->sin6_port) - shift();
		if (wellKnown(port))
			in6->sin6_port = htons(port);
	}
	return result;
}
