// The segnatura informatica of a protocol entry as a value, and as sealed XML: schema segnatura_protocollo.xsd 3.0.0 of the
// «Linee guida sulla formazione, gestione e conservazione dei documenti informatici» (AgID, det. 371/2021), allegato 6.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/documents/sigillo.hpp"

namespace omnia::documents {

// Identity of an entry: administration, AOO, register, year and number.
struct Identificatore {
  std::string aoo;     // code of the office
  std::string numero;  // at least seven digits
  std::string giorno;  // ISO
  std::string ora{};   // hh:mm:ss with offset; empty: unknown
};
struct Persona {
  std::string cognome, nome, codice_fiscale;
};
struct Ente {
  std::string denominazione, codice_fiscale;
};
struct Ufficio {  // of the administration itself
  std::string aoo;
};
using Soggetto = std::variant<Ufficio, Ente, Persona>;

struct DocumentoProtocollato {
  std::string nome, tipo, descrizione;
  std::string impronta;  // SHA-256, hexadecimal
};

struct Segnatura {
  Identificatore identificatore;
  std::optional<Identificatore> prima_registrazione;  // of a document that was registered elsewhere before
  std::string oggetto;
  struct Riferimento {
    Identificatore identificatore;
    std::string oggetto;
  };
  std::optional<Riferimento> riferimento;  // the received message that this one answers
  Soggetto mittente, destinatario;
  DocumentoProtocollato primario;
  std::vector<DocumentoProtocollato> allegati;
};

// `istante`: of the seal, with offset.
std::string write_segnatura(const Segnatura& segnatura, const Sigillo& sigillo, const std::string& istante);

// A company with the code of a person is that person: the schema takes eleven digits, no more, from a PersonaGiuridica. The names
// are those words of the denomination that make the first six characters of the code; failing that, it all stands as surname.
Soggetto soggetto_di(const std::string& denominazione, const std::string& codice_fiscale);

}  // namespace omnia::documents
