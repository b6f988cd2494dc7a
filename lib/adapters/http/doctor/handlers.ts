import { type DoctorPorts, examine } from "../../../app/doctor/examine.ts";
import { doctorRoutes } from "../../../contracts/doctor/routes.ts";
import { defined } from "../../../domain/present.ts";
import { lackWords } from "../../../domain/words/readiness.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type DoctorApiPorts = DoctorPorts;

export const doctorHandlers = {
  /** What this installation lacks, as sentences that end with what to do. */
  showDoctor: forStaff(doctorRoutes.showDoctor, async (ports: DoctorApiPorts, { person }) => {
    const { at, lacks, work, ownPolicies } = await examine(ports, person);
    return json(200, {
      at,
      lacks: lacks.map(({ code, about, weight }) => ({
        code,
        ...defined({ about }),
        weight,
        sentence: {
          zh: lackWords[code].zh.replace("%", about ?? ""),
          en: lackWords[code].en.replace("%", about ?? ""),
        },
      })),
      work,
      ownPolicies: ownPolicies.map(({ scope, version, effectiveFrom }) => ({
        scope,
        version,
        effectiveFrom,
      })),
    });
  }),
} satisfies ServingsOf<typeof doctorRoutes, DoctorApiPorts>;
