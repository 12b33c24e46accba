// The segnatura informatica of a protocol entry as a value, and as sealed XML: schema segnatura_protocollo.xsd 3.0.0 of the
// «Linee guida sulla formazione, gestione e conservazione dei documenti informatici» (AgID, det. 371/2021), allegato 6.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/documents/sigillo.hpp"

namespace omnia::documents {

// How an office names itself in the segnature that it makes: what its settings say. Where {sede} stands, the code of the Sede.
struct Codici {
  // Readings to be confirmed: the index of public administrations and the titolario could not be read.
  std::string amministrazione = "inps";
  std::string aoo = "{sede}";
  std::string registro = "PROTOCOLLO";
  std::string classifica = "CIGO";
  std::string voce = "Integrazione salariale ordinaria";  // name of the classification
};
// What is wrong with them, as a sentence that names the option and the remedy; empty: nothing.
std::string difetto(const Codici& codici);
std::string in_sede(std::string code, const std::string& sede);

// Identity of an entry: administration, AOO, register, year and number.
struct Identificatore {
  std::string amministrazione, aoo, descrizione_aoo, registro;
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
  std::string amministrazione, aoo;
};
using Soggetto = std::variant<Ufficio, Ente, Persona>;

struct DocumentoProtocollato {
  std::string nome, tipo, descrizione;
  std::string impronta;  // SHA-256, hexadecimal
};

struct Segnatura {
  struct Classifica {
    std::string codice, voce;
  };
  Identificatore identificatore;
  std::optional<Identificatore> prima_registrazione;  // of a document that was registered elsewhere before
  std::string oggetto;
  Classifica classifica;
  struct Riferimento {
    Identificatore identificatore;
    std::string oggetto;
    Classifica classifica;
  };
  std::optional<Riferimento> riferimento;  // the received message that this one answers
  Soggetto mittente, destinatario;
  DocumentoProtocollato primario;
  std::vector<DocumentoProtocollato> allegati;
};

// `istante`: of the seal, with offset.
std::string write_segnatura(const Segnatura& segnatura, const Sigillo& sigillo, const std::string& istante);

// What a sealed segnatura says that it is of: whoever refers to it says the same, whatever the settings are by then. nullopt: the
// text is no segnatura.
std::optional<Segnatura::Riferimento> read_riferimento(const std::string& testo);

// A company with the code of a person is that person: the schema takes eleven digits, no more, from a PersonaGiuridica. The names
// are those words of the denomination that make the first six characters of the code; failing that, it all stands as surname.
Soggetto soggetto_di(const std::string& denominazione, const std::string& codice_fiscale);

}  // namespace omnia::documents
