// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapconnection.h"
#include "services/directory/ldapcontrols.h"

#include <vector>

namespace likeness {
namespace {

LdapEntry entryOf(LDAP *ldap, LDAPMessage *message)
{
    LdapEntry entry;
    char *dn = ldap_get_dn(ldap, message);
    entry.dn = QString::fromUtf8(dn);
    ldap_memfree(dn);
    BerElement *walk = nullptr;
    for (char *name = ldap_first_attribute(ldap, message, &walk); name;
         name = ldap_next_attribute(ldap, message, walk)) {
        QList<QByteArray> &values = entry.values[QByteArray(name).toLower()];
        berval **found = ldap_get_values_len(ldap, message, name);
        for (berval **one = found; one && *one; ++one)
            values.append(bytesOf(**one));
        ldap_value_free_len(found);
        ldap_memfree(name);
    }
    ber_free(walk, 0);
    return entry;
}

QByteArray nextPageCookie(LDAP *ldap, LDAPControl **controls)
{
    LDAPControl *control = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, nullptr);
    ber_int_t estimate = 0;
    berval cookie {0, nullptr};
    if (!control || ldap_parse_pageresponse_control(ldap, control, &estimate, &cookie) != LDAP_SUCCESS)
        return {};
    const QByteArray copy = bytesOf(cookie);
    ber_memfree(cookie.bv_val);
    return copy;
}

/// LDAPMod arrays over the bytes of a modification that outlives them.
class LdapMods
{
public:
    explicit LdapMods(const LdapModification &modification)
        : m_changes(static_cast<size_t>(modification.changes.size()))
    {
        for (size_t at = 0; at < m_changes.size(); ++at) {
            const LdapChange &change = modification.changes.at(static_cast<qsizetype>(at));
            Change &mine = m_changes[at];
            for (const QByteArray &value : change.values)
                mine.values.push_back(bervalOf(value));
            for (berval &value : mine.values)
                mine.pointers.push_back(&value);
            mine.pointers.push_back(nullptr);
            mine.mod.mod_op = operation(change.kind) | LDAP_MOD_BVALUES;
            mine.mod.mod_type = const_cast<char *>(modification.attribute.constData());
            mine.mod.mod_bvalues = mine.values.empty() ? nullptr : mine.pointers.data();
            m_mods.push_back(&mine.mod);
        }
        m_mods.push_back(nullptr);
    }
    LDAPMod **get() { return m_mods.data(); }

private:
    struct Change
    {
        std::vector<berval> values;
        std::vector<berval *> pointers;
        LDAPMod mod {};
    };
    static int operation(LdapChange::Kind kind)
    {
        switch (kind) {
        case LdapChange::Kind::Add:
            return LDAP_MOD_ADD;
        case LdapChange::Kind::Delete:
            return LDAP_MOD_DELETE;
        case LdapChange::Kind::Replace:
            return LDAP_MOD_REPLACE;
        }
        Q_UNREACHABLE();
    }

    std::vector<Change> m_changes; // never grows: mods point into it
    std::vector<LDAPMod *> m_mods;
};

Result<LDAPControl *> assertionControl(LDAP *ldap, const QByteArray &filter)
{
    berval value {0, nullptr};
    QByteArray text = filter;
    LDAPControl *control = nullptr;
    int code = ldap_create_assertion_control_value(ldap, text.data(), &value);
    if (code == LDAP_SUCCESS)
        code = ldap_control_create(LDAP_CONTROL_ASSERT, 1, &value, 1, &control);
    ber_memfree(value.bv_val);
    if (code != LDAP_SUCCESS)
        return ldapError(LdapPhase::Modify, code, {});
    return control;
}

} // namespace

Result<int> LdapConnection::send(const LdapSearch &search)
{
    LdapControlList controls;
    if (search.pageSize > 0) {
        LDAPControl *page = nullptr;
        berval cookie = bervalOf(search.cookie);
        const int code = ldap_create_page_control(
            m_ldap, search.pageSize, search.cookie.isEmpty() ? nullptr : &cookie, 1, &page);
        if (code != LDAP_SUCCESS)
            return failure(LdapPhase::Search, code);
        controls.append(page);
    }
    std::vector<char *> wanted;
    for (const QByteArray &attribute : search.attributes)
        wanted.push_back(const_cast<char *>(attribute.constData()));
    wanted.push_back(nullptr);
    int messageId = 0;
    const int sent = ldap_search_ext(m_ldap, search.base.toUtf8().constData(),
        search.scope == LdapSearch::Scope::Base ? LDAP_SCOPE_BASE : LDAP_SCOPE_SUBTREE,
        search.filter.constData(), wanted.data(), 0, controls.get(), nullptr, nullptr, search.sizeLimit,
        &messageId);
    if (sent != LDAP_SUCCESS)
        return failure(LdapPhase::Search, sent);
    return messageId;
}

Result<int> LdapConnection::sentAheadOrNow(const LdapSearch &search)
{
    if (m_ahead && m_ahead->search == search)
        return std::exchange(m_ahead, std::nullopt)->messageId;
    // a server that has gone on from there would leave out the page that nobody read
    if (m_spent.contains(search.cookie) || (m_ahead && m_ahead->search.cookie == search.cookie))
        return Error {Errc::BadReply, QStringLiteral("the place of this page was given up")};
    return send(search);
}

/// Whether it fails shows when the page is wanted.
void LdapConnection::askAhead(const LdapSearch &search, const QByteArray &cookie)
{
    LdapSearch next = search;
    next.cookie = cookie;
    const Result<int> sent = send(next);
    if (!sent)
        return;
    if (m_ahead) {
        m_spent.insert(m_ahead->search.cookie);
        ldap_abandon_ext(m_ldap, m_ahead->messageId, nullptr, nullptr);
    }
    m_ahead = PageAhead {next, *sent};
}

/// Without its entries.
Result<LdapFound> LdapConnection::endOf(LDAPMessage *message)
{
    LdapFound found;
    int code = LDAP_OTHER;
    char *text = nullptr;
    LDAPControl **raw = nullptr;
    const int parsed = ldap_parse_result(m_ldap, message, &code, nullptr, &text, nullptr, &raw, 0);
    const LdapControlsPtr answered(raw);
    const QString diagnosis = QString::fromUtf8(text);
    ldap_memfree(text);
    if (parsed != LDAP_SUCCESS)
        return failure(LdapPhase::Search, parsed);
    found.cutShort = code == LDAP_SIZELIMIT_EXCEEDED;
    if (code != LDAP_SUCCESS && !found.cutShort)
        return failure(LdapPhase::Search, code, diagnosis);
    found.cookie = nextPageCookie(m_ldap, raw);
    return found;
}

Result<LdapFound> LdapConnection::search(const LdapSearch &search)
{
    const Result<int> messageId = sentAheadOrNow(search);
    if (!messageId)
        return messageId.error();
    const Result<Message> message = answer(*messageId, LdapPhase::Search);
    if (!message)
        return message.error();
    Result<LdapFound> found = endOf(message->get());
    if (!found)
        return found;
    if (search.readsAhead && !found->cookie.isEmpty())
        askAhead(search, found->cookie);
    for (LDAPMessage *one = ldap_first_entry(m_ldap, message->get()); one; one = ldap_next_entry(m_ldap, one))
        found->entries.append(entryOf(m_ldap, one));
    return found;
}

Result<Done> LdapConnection::modify(const LdapModification &modification)
{
    LdapControlList controls;
    if (!modification.assertion.isEmpty()) {
        const Result<LDAPControl *> assertion = assertionControl(m_ldap, modification.assertion);
        if (!assertion)
            return assertion.error();
        controls.append(*assertion);
    }
    if (m_stop.stop_requested())
        return Error {Errc::Cancelled};
    LdapMods mods(modification);
    int messageId = 0;
    const int sent = ldap_modify_ext(
        m_ldap, modification.dn.toUtf8().constData(), mods.get(), controls.get(), nullptr, &messageId);
    Result<Message> message = sent == LDAP_SUCCESS ? answer(messageId, LdapPhase::Modify)
                                                   : Result<Message>(failure(LdapPhase::Modify, sent));
    if (!message) {
        Error error = message.error();
        if (error.code == Errc::Offline || error.code == Errc::Timeout)
            error.detail += QStringLiteral("; whether the change was made is not known");
        return error;
    }
    int code = LDAP_OTHER;
    char *text = nullptr;
    const int parsed = ldap_parse_result(m_ldap, message->get(), &code, nullptr, &text, nullptr, nullptr, 0);
    const QString diagnosis = QString::fromUtf8(text);
    ldap_memfree(text);
    if (parsed != LDAP_SUCCESS)
        return failure(LdapPhase::Modify, parsed);
    if (code != LDAP_SUCCESS)
        return failure(LdapPhase::Modify, code, diagnosis);
    return Done {};
}

} // namespace likeness
