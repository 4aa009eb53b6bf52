// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// bench_ldap URL CA-FILE BASE ACCOUNT, the password in LDAP_PASSWORD: everybody below BASE with the photo,
// page by page, as fast as libldap does it; nothing is kept. Prints one line of JSON.
#include <ldap.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

namespace {

constexpr ber_int_t peopleAPage = 500;

struct Total
{
    long people = 0;
    long photos = 0;
    long bytes = 0;
};

int complain(const char *what, int code)
{
    std::fprintf(stderr, "%s: %s\n", what, ldap_err2string(code));
    return 1;
}

void count(LDAP *ldap, LDAPMessage *entry, Total &total)
{
    ++total.people;
    BerElement *position = nullptr;
    for (char *name = ldap_first_attribute(ldap, entry, &position); name;
         name = ldap_next_attribute(ldap, entry, position)) {
        if (berval **values = ldap_get_values_len(ldap, entry, name)) {
            const bool isPhoto = std::strcmp(name, "thumbnailPhoto") == 0;
            total.photos += isPhoto ? 1 : 0;
            for (int at = 0; values[at]; ++at)
                total.bytes += static_cast<long>(values[at]->bv_len);
            ldap_value_free_len(values);
        }
        ldap_memfree(name);
    }
    ber_free(position, 0);
}

/// One page; the cookie becomes that of the next, empty after the last.
int readPage(LDAP *ldap, const char *base, std::string &cookie, Total &total)
{
    const char *wanted[] = {"sAMAccountName", "userPrincipalName", "mail", "objectGUID", "displayName", "cn",
        "givenName", "sn", "title", "department", "employeeID", "employeeNumber", "thumbnailPhoto",
        "jpegPhoto", "msDS-ReplAttributeMetaData", "replPropertyMetaData", nullptr};
    berval sent {cookie.size(), cookie.data()};
    LDAPControl *paging = nullptr;
    if (const int code = ldap_create_page_control(ldap, peopleAPage, &sent, 1, &paging); code != LDAP_SUCCESS)
        return code;
    LDAPControl *controls[] = {paging, nullptr};
    LDAPMessage *answer = nullptr;
    int code
        = ldap_search_ext_s(ldap, base, LDAP_SCOPE_SUBTREE, "(&(objectCategory=person)(objectClass=user))",
            const_cast<char **>(wanted), 0, controls, nullptr, nullptr, 0, &answer);
    ldap_control_free(paging);
    for (LDAPMessage *entry = ldap_first_entry(ldap, answer); entry; entry = ldap_next_entry(ldap, entry))
        count(ldap, entry, total);
    LDAPControl **returned = nullptr;
    if (code == LDAP_SUCCESS)
        code = ldap_parse_result(ldap, answer, nullptr, nullptr, nullptr, nullptr, &returned, 0);
    ldap_msgfree(answer);
    cookie.clear();
    if (LDAPControl *next = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, returned, nullptr)) {
        berval more {};
        ber_int_t estimate = 0;
        if (ldap_parse_pageresponse_control(ldap, next, &estimate, &more) == LDAP_SUCCESS && more.bv_val) {
            cookie.assign(more.bv_val, more.bv_len);
            ber_memfree(more.bv_val);
        }
    }
    ldap_controls_free(returned);
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    const char *password = std::getenv("LDAP_PASSWORD");
    if (argc != 5 || !password)
        return 2;
    const auto started = std::chrono::steady_clock::now();
    ldap_set_option(nullptr, LDAP_OPT_X_TLS_CACERTFILE, argv[2]);
    LDAP *ldap = nullptr;
    if (const int code = ldap_initialize(&ldap, argv[1]); code != LDAP_SUCCESS)
        return complain("connect", code);
    const std::unique_ptr<LDAP, int (*)(LDAP *)> closing(
        ldap, [](LDAP *open) { return ldap_unbind_ext_s(open, nullptr, nullptr); });
    const int version = LDAP_VERSION3;
    ldap_set_option(ldap, LDAP_OPT_PROTOCOL_VERSION, &version);
    ldap_set_option(ldap, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
    std::string secret(password);
    berval credentials {secret.size(), secret.data()};
    if (const int code
        = ldap_sasl_bind_s(ldap, argv[4], LDAP_SASL_SIMPLE, &credentials, nullptr, nullptr, nullptr);
        code != LDAP_SUCCESS)
        return complain("sign in", code);
    Total total;
    std::string cookie;
    do {
        if (const int code = readPage(ldap, argv[3], cookie, total); code != LDAP_SUCCESS)
            return complain("search", code);
    } while (!cookie.empty());
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - started;
    std::printf("{\"people\": %ld, \"photos\": %ld, \"bytes\": %ld, \"ms\": %.1f}\n", total.people,
        total.photos, total.bytes, time.count());
    return 0;
}
