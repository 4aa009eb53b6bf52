#!/usr/bin/env python3
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""Reads a photo with the Exchange connection of evolution-ews: evolution.py EWS_URL ACCOUNT PASSWORD CA_FILE MAIL EDGE

Its library has no headers in Debian and no program of its own, so it is called by ctypes. Prints
{"photo": BASE64} or {"error": "…"}; ends with 77 where it is not installed.
"""
import ctypes
import json
import ssl
import sys

PLACE = "/usr/lib/evolution-ews/"
try:
    gobject = ctypes.CDLL("libgobject-2.0.so.0", mode=ctypes.RTLD_GLOBAL)
    gio = ctypes.CDLL("libgio-2.0.so.0", mode=ctypes.RTLD_GLOBAL)
    camel = ctypes.CDLL("libcamel-1.2.so.64", mode=ctypes.RTLD_GLOBAL)
    eds = ctypes.CDLL("libedataserver-1.2.so.27", mode=ctypes.RTLD_GLOBAL)
    provider = ctypes.CDLL(PLACE + "libcamelews-priv.so", mode=ctypes.RTLD_GLOBAL)
    ews = ctypes.CDLL(PLACE + "libevolution-ews.so", mode=ctypes.RTLD_GLOBAL)
except OSError as error:
    print(error)
    sys.exit(77)

P, S, I = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int


class GError(ctypes.Structure):
    _fields_ = [("domain", ctypes.c_uint32), ("code", I), ("message", S)]


def function(library, name, result, *arguments):
    made = getattr(library, name)
    made.restype, made.argtypes = result, arguments
    return made


def main(url, account, password, ca_file, mail, edge):
    url, account, password, mail = url.encode(), account.encode(), password.encode(), mail.encode()
    settings_type = function(provider, "camel_ews_settings_get_type", ctypes.c_size_t)()
    new = gobject.g_object_new
    new.restype = P
    settings = P(new(ctypes.c_size_t(settings_type), S(b"hosturl"), S(url), S(b"user"), S(account), S(b"email"), S(mail),
                     S(b"auth-mechanism"), S(b"PLAIN"), None))
    error = ctypes.POINTER(GError)()
    source = P(function(eds, "e_source_new", P, P, P, P)(None, None, None))
    extension = function(eds, "e_source_get_extension", P, P, S)
    function(eds, "e_source_authentication_set_user", None, P, S)(P(extension(source, b"Authentication")), account)
    # the throw-away authority is known to nobody else, so the server's own certificate is accepted as a person would
    certificate = ssl.get_server_certificate(tuple(url.decode().split("/")[2].rsplit(":", 1)), ca_certs=ca_file).encode()
    tls = P(function(gio, "g_tls_certificate_new_from_pem", P, S, ctypes.c_ssize_t, P)(certificate, -1, None))
    accept_for_good = 1  # E_TRUST_PROMPT_RESPONSE_ACCEPT
    function(eds, "e_source_webdav_update_ssl_trust", None, P, S, P, I)(
        P(extension(source, b"WebDAV Backend")), url.split(b"/")[2].split(b":")[0], tls, accept_for_good)
    connection = P(function(ews, "e_ews_connection_new", P, P, S, P)(source, url, settings))
    credentials = P(function(eds, "e_named_parameters_new", P)())
    set_parameter = function(eds, "e_named_parameters_set", None, P, S, S)
    set_parameter(credentials, b"username", account)
    set_parameter(credentials, b"password", password)
    function(ews, "e_ews_connection_update_credentials", None, P, P)(connection, credentials)
    function(ews, "e_ews_connection_set_password", None, P, S)(connection, password)
    function(ews, "e_ews_connection_set_server_version_from_string", None, P, S)(connection, b"Exchange2013")
    answer = S()
    read = function(ews, "e_ews_connection_get_user_photo_sync", I, P, I, S, I, ctypes.POINTER(S), P, P)
    good = read(connection, 0, mail, edge, ctypes.byref(answer), None, ctypes.byref(error))
    if not good or not answer.value:
        print(json.dumps({"error": error.contents.message.decode() if error else "no photo"}))
        return
    print(json.dumps({"photo": "".join(answer.value.decode().split())}))


main(*sys.argv[1:6], int(sys.argv[6]))
