// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photorecipe.h"

#include <QUndoCommand>
#include <functional>

namespace likeness {

/// The one kind of undo step there is: from a recipe to another. Steps of the same gesture (not 0) become
/// one.
class RecipeCommand final : public QUndoCommand
{
public:
    struct Change
    {
        PhotoRecipe before;
        PhotoRecipe after;
        int gesture = 0;
    };
    using Apply = std::function<void(const PhotoRecipe &)>;

    RecipeCommand(const Change &change, const QString &text, Apply apply)
        : QUndoCommand(text)
        , m_change(change)
        , m_apply(std::move(apply))
    {
    }

    void redo() override { m_apply(m_change.after); }
    void undo() override { m_apply(m_change.before); }
    int id() const override { return m_change.gesture == 0 ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const Change &next
            = static_cast<const RecipeCommand *>(other)->m_change; // the same id: the same class
        if (next.gesture != m_change.gesture)
            return false;
        m_change.after = next.after;
        setObsolete(m_change.after == m_change.before);
        return true;
    }

private:
    Change m_change;
    Apply m_apply;
};

} // namespace likeness
