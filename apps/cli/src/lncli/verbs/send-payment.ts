import type { routerrpc } from "@leaderlab/proto/lnd";
import type { RunVerb, VerbCall } from "../verb.ts";
import { carryOutPayment } from "./carry-out-payment.ts";
import { directPayment } from "./direct-payment.ts";
import { paymentAddressOf, paymentRequestOf, withoutScheme } from "./payment-request.ts";

/** `lncli payinvoice` */
export const runPayInvoice: RunVerb = async (call) => {
  const payment_request = paymentRequestOf(call);
  await carryOutPayment(call, { ...requestedPayment(call), payment_request });
};

/** `lncli sendpayment`: a payment request, or else a payee with all that it needs. */
export const runSendPayment: RunVerb = async (call) => {
  const { flags, rest, showHelp } = call;
  if (rest.length === 0 && flags.count === 0) return showHelp();
  void call.connection; // so that a missing macaroon is told of before what the arguments lack
  if (!flags.isSet("pay_req")) return carryOutPayment(call, directPayment(call));
  const payment_request = withoutScheme(flags.string("pay_req"));
  const payment_addr = paymentAddressOf(flags);
  return carryOutPayment(call, { ...requestedPayment(call), payment_request, payment_addr });
};

function requestedPayment({ flags }: VerbCall): routerrpc.SendPaymentRequestInput {
  return {
    amt: String(flags.integer("amt")),
    amp: flags.boolean("amp"),
    cancelable: flags.boolean("cancelable"),
  };
}
