// The predicates of the alert table, one function a section of the form.
#pragma once
#include "shared/rules/alerts/collector.hpp"
#include "shared/rules/alerts/context.hpp"

namespace omnia::rules::alerts {

// Every section, in the order of the form.
void all(const Context& c, Collector& out);

void azienda(const Context& c, Collector& out);
void unita_produttiva(const Context& c, Collector& out);
void causale(const Context& c, Collector& out);
void termini(const Context& c, Collector& out);
void periodo(const Context& c, Collector& out);
void piano(const Context& c, Collector& out);
void lavoratori(const Context& c, Collector& out);
void relazione(const Context& c, Collector& out);
void indicatori(const Context& c, Collector& out);
void consultazione(const Context& c, Collector& out);
void pagamento(const Context& c, Collector& out);
void importi(const Context& c, Collector& out);
void invio(const Context& c, Collector& out);
void testi(const Context& c, Collector& out);

}  // namespace omnia::rules::alerts
