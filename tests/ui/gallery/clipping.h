// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace likeness {

/// What a person could not read on this screen: labels, buttons and boxes that have less room than their
/// words need, and controls that reach outside of their parent.
QStringList clippedTexts(const QWidget &screen);

/// Controls one can press or fill in that have no accessible name.
QStringList namelessControls(const QWidget &screen);

} // namespace likeness
