#!/usr/bin/python3
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""Debian's exchangelib resolves a name: resolve.py EWS_URL USER PASSWORD MAIL NAME; the CA by REQUESTS_CA_BUNDLE"""
import json
import sys

from exchangelib import BASIC, DELEGATE, Account, Build, Configuration, Credentials, Version

url, user, password, mail, name = sys.argv[1:6]
configuration = Configuration(service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC,
                              version=Version(Build(15, 1, 2507, 6)))
account = Account(mail, config=configuration, access_type=DELEGATE, autodiscover=False)
found = account.protocol.resolve_names([name], return_full_contact_data=True)
print(json.dumps([[mailbox.email_address, contact.display_name, contact.department] for mailbox, contact in found]))
