// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <ldap.h>
#include <memory>
#include <vector>

namespace likeness {

/// Owns what libldap allocates; private to services/directory/ldap*.cpp.
struct LdapControlFree
{
    void operator()(LDAPControl *control) const { ldap_control_free(control); }
    void operator()(LDAPControl **controls) const { ldap_controls_free(controls); }
};
using LdapControlPtr = std::unique_ptr<LDAPControl, LdapControlFree>;
using LdapControlsPtr = std::unique_ptr<LDAPControl *, LdapControlFree>;

/// The controls of one request, as the null-terminated array libldap wants.
class LdapControlList
{
public:
    void append(LDAPControl *control) { m_owned.emplace_back(control); }
    LDAPControl **get()
    {
        m_raw.clear();
        for (const LdapControlPtr &control : m_owned)
            m_raw.push_back(control.get());
        m_raw.push_back(nullptr);
        return m_raw.data();
    }

private:
    std::vector<LdapControlPtr> m_owned;
    std::vector<LDAPControl *> m_raw;
};

/// berval over bytes that outlive it; libldap takes them without const and does not write.
inline berval bervalOf(const QByteArray &bytes)
{
    return {static_cast<ber_len_t>(bytes.size()), const_cast<char *>(bytes.constData())};
}
inline QByteArray bytesOf(const berval &value)
{
    return {value.bv_val, static_cast<qsizetype>(value.bv_len)};
}

} // namespace likeness
