// JSON of what single rules answer, beside the review: terms of every kind, counters of FIS, Fondi, FSBA and CISOA, estimates.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/result.hpp"
#include "shared/rules/counters/cisoa.hpp"
#include "shared/rules/counters/contribution.hpp"
#include "shared/rules/counters/funds.hpp"
#include "shared/rules/deadlines/terms.hpp"
#include "shared/rules/outlook/outlook.hpp"
#include "shared/rules/payment_flow/payment_flow.hpp"

namespace omnia::wire {

// One object each: the keys of the term, and those that only that kind has.
std::string write(const rules::deadlines::Termine& termine);
std::string write(const rules::deadlines::TermineAis& termine);
std::string write(const rules::deadlines::Procedimento& procedimento);
std::string write(const rules::payment_flow::Conguaglio& conguaglio);
std::string write(const rules::payment_flow::Diretto& diretto);

// The counters of the CIGO as in the review, with the length of one request ("richiesta") and the rate of the contributo
// addizionale that the weeks used lead to ("contributo").
std::string write(const rules::counters::Contatori& contatori, const rules::counters::Contatore& richiesta,
                  const rules::counters::Aliquota& contributo);
// Weeks of `prestazione` ("FIS", "F_PROF"), which the months of art. 4 limit too.
std::string write(std::string_view prestazione, const rules::counters::ContatoreFondo& fondo,
                  const rules::counters::Contatore& quinquennio);
std::string write(const rules::counters::ContatoreGiorni& giorni);
// The days of each worker, in the order in which they were read.
std::string write(const std::vector<rules::counters::LavoratoreCisoa>& lavoratori,
                  const std::vector<rules::counters::EsitoCisoa>& esiti);
// {"lavoratori": [{"codice_fiscale", "tempo_indeterminato", "giornate_lavorate", "autorizzate": [{"giorno", "mezza",
// "climatica"}], "richieste": […]}]}; other keys are ignored.
domain::Result<std::vector<rules::counters::LavoratoreCisoa>> read_cisoa(std::string_view json);

std::string write(const rules::outlook::Preventivo& preventivo);

}  // namespace omnia::wire
