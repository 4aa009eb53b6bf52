// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/settings/endpointsettings.h"
#include "ui/settings/formrows.h"

#include <memory>

namespace likeness {

/// What is particular to one family of endpoints in its form. Owned by the form; the rows are the form's.
class EndpointFields
{
public:
    virtual ~EndpointFields() = default;

    virtual QString heading() const = 0;
    /// The words of the family's rows, in their order; also renews placeholders and the words of choices.
    virtual QStringList words() = 0;
    virtual void fill(EndpointSettings &settings) const = 0;
    /// Shows and enables what goes with what was chosen.
    virtual void follow() { }
    /// Write-only: null where there is none.
    virtual QLineEdit *password() const { return nullptr; }
    /// Signing in is a matter of the browser.
    virtual bool signsInByBrowser() const { return false; }
};

std::unique_ptr<EndpointFields> directoryFields(FormRows &rows, const EndpointSettings &settings);
std::unique_ptr<EndpointFields> folderFields(FormRows &rows, const EndpointSettings &settings);
std::unique_ptr<EndpointFields> exchangeFields(FormRows &rows, const EndpointSettings &settings);
std::unique_ptr<EndpointFields> microsoft365Fields(FormRows &rows, const EndpointSettings &settings);
std::unique_ptr<EndpointFields> sharePointFields(FormRows &rows, const EndpointSettings &settings);
std::unique_ptr<EndpointFields> webAddressFields(FormRows &rows, const EndpointSettings &settings);
std::unique_ptr<EndpointFields> skypeFields(FormRows &rows, const EndpointSettings &settings);

std::unique_ptr<EndpointFields> fieldsFor(FormRows &rows, const EndpointSettings &settings);

} // namespace likeness
