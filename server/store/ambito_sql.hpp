// For the queries of this folder only: the positions of an Ambito as a subquery.
#pragma once
#include "server/store/powers_store.hpp"

namespace omnia::store {

// One column `matricola`; the parameters are those that bind_ambito() binds: :chi, :oggi and :servizio.
const char* ambito_sql(Relazione relazione);
void bind_ambito(SQLite::Statement& query, const Ambito& ambito, domain::Date oggi);

}  // namespace omnia::store
