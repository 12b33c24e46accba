// Parts of the screen of one domanda that speak of its way through the office.
#pragma once
#include <vector>

#include "wasm-client/app/model.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::screens {

// For who filed: milestones, requests to answer, acts.
void add_pratica(const app::Pratica& pratica, std::vector<view::Node>& out);
// For the office: checks, proposal, forms, counters, history.
void add_istruttoria(const app::Model& model, std::vector<view::Node>& out);
// The forms of the operator and the director; part of the above.
void add_office_forms(const app::Model& model, std::vector<view::Node>& out);

// One act as a card with its file.
view::Node act_card(const app::Atto& atto);
view::Node request_card(const app::Richiesta& richiesta);

}  // namespace omnia::screens
