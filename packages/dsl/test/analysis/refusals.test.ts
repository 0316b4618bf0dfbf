import { check, link, noOtherFiles, parse } from "@responses/dsl";
import { writeString } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

/** Whether an example with that body, which states success, is doubtful. */
function isDoubtful(body: string): boolean {
  const text = `success status 201\nexample 201 ${writeString([body])} is success\n`;
  const linked = link(parse("acme.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error(`refused: ${text}`);
  return check(linked).some(({ name }) => name === "doubtful-success");
}

function asMessage(text: string): string {
  return JSON.stringify({ status: "OK", message: text });
}

describe("texts that say that a lead was refused", () => {
  test.each([
    "Duplicate",
    "REJECTED",
    "Your request was declined.",
    "lead rejected: no buyer",
    "Failed",
    "Error 12",
    "Not accepted",
    "No match found",
    "No demand",
    "Fehler bei der Verarbeitung",
    "Der Lead wurde abgelehnt",
    "Registro duplicado",
    "Lead rejeitado",
    "La demande a été refusée",
    "Contatto rifiutato",
    "De aanvraag is afgewezen",
    "Заявка отклонена: дубликат",
    "No errors, but the lead was rejected",
  ])("%j", (text) => {
    expect([isDoubtful(asMessage(text)), isDoubtful(text)]).toEqual([true, true]);
  });
});

describe("texts that do not", () => {
  test.each([
    "",
    "OK",
    "Thank you",
    "No errors",
    "no error",
    "No_Error",
    "0 errors",
    "Errors: 0",
    "errors=none",
    "Without errors",
    "Not a duplicate",
    "No duplicates found",
    "Not rejected",
    "Duplicate check passed",
    "Accepted, not invalid",
    "Lead was accepted; earlier error is solved",
    "If declined, we will tell you",
    "Keine Fehler",
    "Sin errores",
    "Aucune erreur",
    "Geen fouten",
    "Matched",
    "Lead received at 2017-05-08 05:13:28",
  ])("%j", (text) => {
    expect([isDoubtful(asMessage(text)), isDoubtful(text)]).toEqual([false, false]);
  });
});

describe("fields for errors", () => {
  test.each([
    '{"error":"Zip"}',
    '{"errors":["Zip"]}',
    '{"data":{"validation_errors":{"zip":["is not served"]}}}',
    '{"ErrorMessage":"Zip"}',
    '{"errorCode":17}',
    '{"rejectReason":"Zip"}',
    '{"has_errors":true}',
    "<r><Error>Zip</Error></r>",
    '<r error="Zip"/>',
    "error=Zip&id=7",
  ])("%s is filled", (body) => expect(isDoubtful(body)).toBe(true));

  test.each([
    '{"error":null}',
    '{"error":""}',
    '{"errors":[]}',
    '{"errors":{}}',
    '{"errors":[null,""]}',
    '{"error":false}',
    '{"errorCode":"000"}',
    '{"error_message":"None."}',
    '{"noError":true}',
    '{"terror":"x","mirror":"y"}',
    "<r><Error/></r>",
    "error=&id=7",
  ])("%s is not", (body) => expect(isDoubtful(body)).toBe(false));
});
