import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { staffCommandNames } from "../domain/complaint/transitions.ts";
import { groupCommandNames } from "../domain/groups/commands.ts";
import { acceptBody } from "./accept-body.ts";
import { boxRound } from "./box-round.ts";
import { calendarBody } from "./calendar-body.ts";
import { channelKeyBody, channelKeyChanged, channelKeyList } from "./channel-keys.ts";
import { commandBodies } from "./commands.ts";
import { complaintBodies, deskBody, postedChannels } from "./complaint-body.ts";
import { contractorBody, contractorList, contractorPut, departmentTree } from "./contractors.ts";
import { emergencyBody, eventPage, eventReportBody, eventResult, eventView } from "./emergencies.ts";
import { groupCommandBodies, groupCommandResult, groupHistoryView, groupPage, groupView } from "./groups.ts";
import {
  householdBody,
  householdPage,
  householdQuery,
  householdReport,
  monthPath,
  projectMonthBody,
  projectMonthList,
  projectMonthView,
} from "./households.ts";
import { blankFormQuery, paperForm } from "./papers.ts";
import {
  handoverBody,
  handoverPreview,
  peopleQuery,
  peopleView,
  personBody,
  personPut,
  personView,
} from "./people.ts";
import { dryRunBody, policyBody } from "./policy-body.ts";
import { problems } from "./problems.ts";
import { projectBody, projectId, projectPut } from "./projects.ts";
import {
  complaintQuery,
  eventQuery,
  groupQuery,
  pageQuery,
  placeQuery,
  ratingBody,
  ratingQuery,
  reportQuery,
  trackingQuery,
} from "./queries.ts";
import { buildBody } from "./report-requests.ts";
import * as responses from "./responses.ts";
import { routePosts } from "./roles.ts";
import { dryRunQuery, rosterBody, rosterQuery, rosterReport, rosterView, templateQuery } from "./rosters.ts";
import { type Route, type RouteId, routes } from "./routes.ts";
import * as rules from "./rule-responses.ts";
import {
  companyTextsBody,
  companyTextsView,
  contestBody,
  rulingBody,
  submissionBody,
  submissionList,
  submissionView,
} from "./submissions.ts";
import { id, month } from "./text.ts";
import { uploadAnnounced, uploadBody } from "./uploads.ts";

interface Documented {
  readonly summary: string;
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** `Idempotency-Key`: may be given, or must. */
  readonly key?: "optional" | "required";
  readonly body?: z.ZodType;
  readonly bodyOptional?: boolean;
  /** Success answers by status; a type other than JSON by its own name. */
  readonly answers: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly html?: boolean;
  readonly location?: boolean;
  readonly file?: boolean;
}

const complaintPath = z.object({ id: id.meta({ description: "Id or number" }) });

const documented: Readonly<Record<RouteId, Documented>> = {
  receiveComplaint: {
    summary: "渠道登记投诉 Register a complaint from a channel",
    path: z.object({ channel: z.enum(postedChannels) }),
    key: "optional",
    body: z.union([complaintBodies.web, complaintBodies.phone, complaintBodies.government]),
    answers: {
      "200": { description: "The same complaint again", schema: responses.registered },
      "201": { description: "Registered", schema: responses.registered },
    },
  },
  openBox: {
    summary: "投诉箱开箱 Register the slips of one opening of a complaint box",
    body: boxRound,
    answers: { "200": { description: "Accepted and refused slips", schema: responses.roundResult } },
  },
  announceUpload: {
    summary: "上传附件 Announce a file; the answer's link takes it, and complaints and commands name it",
    body: uploadBody,
    answers: { "201": { description: "Where to put the file", schema: uploadAnnounced } },
  },
  registerAtDesk: {
    summary: "前台登记 Register at the desk",
    key: "optional",
    body: deskBody,
    answers: {
      "200": { description: "The same complaint again", schema: responses.registered },
      "201": { description: "Registered", schema: responses.registered },
    },
  },
  listComplaints: {
    summary: "投诉列表 Work lists and search",
    query: complaintQuery,
    answers: { "200": { description: "A page", schema: responses.complaintPage } },
  },
  showComplaint: {
    summary: "投诉详情 One complaint",
    path: complaintPath,
    answers: { "200": { description: "The complaint", schema: responses.complaintView } },
  },
  showHistory: {
    summary: "投诉经过 What happened",
    path: complaintPath,
    answers: { "200": { description: "Events, oldest first", schema: responses.historyView } },
  },
  showClocks: {
    summary: "时限 Clocks and ladders",
    path: complaintPath,
    answers: { "200": { description: "All clocks", schema: responses.clocksView } },
  },
  command: {
    summary: "操作 Give a command",
    path: z.object({ id: complaintPath.shape.id, command: z.enum(staffCommandNames) }),
    key: "required",
    body: z.union(Object.values(commandBodies)),
    answers: {
      "200": { description: "Done; the same key again gives the same", schema: responses.commandResult },
    },
  },
  listGroups: {
    summary: "群体投诉列表 Groups of a project, newest first",
    query: groupQuery,
    answers: { "200": { description: "A page", schema: groupPage } },
  },
  showGroup: {
    summary: "群体投诉 One group with its members",
    path: z.object({ id }),
    answers: { "200": { description: "The group", schema: groupView } },
  },
  showGroupHistory: {
    summary: "群体经过 What happened to a group",
    path: z.object({ id }),
    answers: { "200": { description: "Events, oldest first", schema: groupHistoryView } },
  },
  groupCommand: {
    summary: "群体操作 One command for all members",
    path: z.object({ id, command: z.enum(groupCommandNames) }),
    key: "required",
    body: z.union(Object.values(groupCommandBodies)),
    answers: {
      "200": {
        description: "A result per member; the same key again gives the same",
        schema: groupCommandResult,
      },
    },
  },
  listEvents: {
    summary: "突发事件列表 Emergency events of a project in a month",
    query: eventQuery,
    answers: { "200": { description: "A page", schema: eventPage } },
  },
  registerEvent: {
    summary: "登记突发事件 Register an emergency event (D7)",
    key: "required",
    body: emergencyBody,
    answers: {
      "200": { description: "The same event again", schema: eventResult },
      "201": { description: "Registered", schema: eventResult },
    },
  },
  showEvent: {
    summary: "突发事件 One emergency event",
    path: z.object({ id }),
    answers: { "200": { description: "The event", schema: eventView } },
  },
  reportEvent: {
    summary: "突发事件报告 Give the first, written, follow-up or final report",
    path: z.object({ id }),
    key: "required",
    body: eventReportBody,
    answers: {
      "200": { description: "Done; the same key again gives the same", schema: eventResult },
    },
  },
  listClasses: {
    summary: "分类 The problem points and how other class lists see them",
    answers: { "200": { description: "The class list", schema: responses.classList } },
  },
  listProjects: {
    summary: "项目 Projects within reach",
    answers: { "200": { description: "Projects", schema: responses.projectList } },
  },
  showProject: {
    summary: "项目 One project",
    path: z.object({ id }),
    answers: { "200": { description: "The project", schema: responses.oneProjectView } },
  },
  listProjectMonths: {
    summary: "入住户数与面积 Occupied households and area month by month",
    path: z.object({ id }),
    answers: { "200": { description: "Every edition, newest first", schema: projectMonthList } },
  },
  putProjectMonth: {
    summary: "录入某月入住户数与面积 Enter a month's occupied households and area",
    path: monthPath,
    body: projectMonthBody,
    answers: { "200": { description: "Stands", schema: projectMonthView } },
  },
  putProject: {
    summary: "录入项目 Enter or change a project",
    path: z.object({ id: projectId }),
    body: projectBody,
    answers: { "200": { description: "Stands", schema: projectPut } },
  },
  showDepartments: {
    summary: "组织架构 Company, regions, projects and departments within reach",
    answers: { "200": { description: "The tree", schema: departmentTree } },
  },
  listContractors: {
    summary: "承包商 Companies outside that do the work of departments",
    answers: { "200": { description: "Contractors", schema: contractorList } },
  },
  putContractor: {
    summary: "录入承包商 Enter or change a contractor",
    body: contractorBody,
    answers: { "200": { description: "Stands", schema: contractorPut } },
  },
  listPeople: {
    summary: "人员 People of the projects within reach",
    query: peopleQuery,
    answers: { "200": { description: "People", schema: peopleView } },
  },
  putPerson: {
    summary: "录入人员 Enter or change a person: posts, absences, substitutes, last day",
    body: personBody,
    answers: { "200": { description: "Stands", schema: personPut } },
  },
  showPerson: {
    summary: "人员 One person and who changed what when",
    path: z.object({ id }),
    answers: { "200": { description: "The person", schema: personView } },
  },
  listChannelKeys: {
    summary: "渠道密钥 Channel systems and their keys, never the secrets",
    answers: { "200": { description: "Systems", schema: channelKeyList } },
  },
  putChannelKey: {
    summary: "变更渠道密钥 Make, rotate or revoke keys of a channel system",
    body: channelKeyBody,
    answers: { "200": { description: "Stands; a new key is shown this once", schema: channelKeyChanged } },
  },
  handOver: {
    summary: "工作移交 Everything a leaver holds goes to a successor: preview, then confirm",
    path: z.object({ id }),
    key: "optional",
    body: handoverBody,
    answers: {
      "200": { description: "Not confirmed: what would go over", schema: handoverPreview },
      "202": { description: "Started, or standing", schema: responses.jobStarted },
    },
  },
  listQuarantine: {
    summary: "隔离邮件 Mails that could not become a complaint",
    query: pageQuery,
    answers: { "200": { description: "A page", schema: responses.quarantinePage } },
  },
  acceptQuarantined: {
    summary: "转为投诉 Make a quarantined mail a complaint of a project",
    path: z.object({ id }),
    body: acceptBody,
    answers: {
      "202": {
        description: "Accepted; the list names the complaint a moment later",
        schema: responses.quarantinedMail,
      },
    },
  },
  showPolicies: {
    summary: "政策 Policy in force (of a project, or the company) and everything published",
    query: placeQuery,
    answers: { "200": { description: "Policies", schema: rules.policiesView } },
  },
  putPolicy: {
    summary: "发布政策 Publish a policy; open complaints are timed again by a job",
    body: policyBody,
    answers: { "201": { description: "Published", schema: rules.policyPublished } },
  },
  dryRunPolicy: {
    summary: "政策试算 What a policy would move now, or would have judged otherwise in a month",
    key: "required",
    body: dryRunBody,
    answers: { "202": { description: "Started", schema: responses.jobStarted } },
  },
  showCalendar: {
    summary: "工作日历 Opening hours and holiday notices in force",
    query: placeQuery,
    answers: { "200": { description: "The calendar", schema: rules.calendarView } },
  },
  putCalendar: {
    summary: "更新日历 Publish opening hours or a holiday notice; deadlines are computed again by a job",
    body: calendarBody,
    answers: { "201": { description: "Published", schema: rules.calendarPublished } },
  },
  listReports: {
    summary: "月报文件 Files of a month",
    query: reportQuery,
    answers: { "200": { description: "Editions, newest first", schema: responses.reportList } },
  },
  listSubmissions: {
    summary: "项目上报情况 How the projects' submissions of a month stand",
    path: z.object({ month }),
    answers: { "200": { description: "Those the person may see", schema: submissionList } },
  },
  showCompanyTexts: {
    summary: "公司月报文字 What headquarters wrote for the company's monthly (D7)",
    path: z.object({ month }),
    answers: { "200": { description: "As it stands now", schema: companyTextsView } },
  },
  putCompanyTexts: {
    summary: "填写公司月报文字 Write the company's own sections of the monthly (D7)",
    path: z.object({ month }),
    body: companyTextsBody,
    answers: { "200": { description: "As it stands now", schema: companyTextsView } },
  },
  showSubmission: {
    summary: "项目上报 A project's submission of a month",
    path: z.object({ month, projectId: id }),
    answers: { "200": { description: "Texts, dates and contested cases", schema: submissionView } },
  },
  putSubmission: {
    summary: "填写并确认上报 Write a project's narratives (D7, D8) and confirm them",
    path: z.object({ month, projectId: id }),
    body: submissionBody,
    answers: { "200": { description: "As it stands now", schema: submissionView } },
  },
  contestCase: {
    summary: "提出异议 Contest a case: 非我方责任, 重复, 恶意",
    path: z.object({ month, projectId: id, number: id }),
    body: contestBody,
    answers: { "200": { description: "As it stands now", schema: submissionView } },
  },
  ruleOnCase: {
    summary: "裁定异议 The region rules on a contested case",
    path: z.object({ month, projectId: id, number: id }),
    body: rulingBody,
    answers: { "200": { description: "As it stands now", schema: submissionView } },
  },
  downloadAttachment: {
    summary: "附件 One file of a complaint; its id stands in the history",
    path: z.object({ id, file: id }),
    answers: { "302": { description: "A link that works for 15 minutes", location: true } },
  },
  downloadReport: {
    summary: "下载 One file",
    path: z.object({ month, file: id }),
    answers: { "302": { description: "A link that works for 15 minutes", location: true } },
  },
  buildReport: {
    summary: "生成月报 Build a month's files",
    path: z.object({ month }),
    key: "required",
    body: buildBody,
    bodyOptional: true,
    answers: { "202": { description: "Started", schema: responses.jobStarted } },
  },
  showRoster: {
    summary: "值班表 Duty roster of a project and month",
    query: rosterQuery,
    answers: { "200": { description: "The roster in force", schema: rosterView } },
  },
  putRoster: {
    summary: "导入值班表 Put in the duty roster of a month from an xlsx or csv file",
    query: dryRunQuery,
    body: rosterBody,
    answers: { "200": { description: "Row-by-row report", schema: rosterReport } },
  },
  rosterTemplate: {
    summary: "值班表模板 Empty roster file",
    query: templateQuery,
    answers: { "200": { description: "A file", file: true } },
  },
  filledForm: {
    summary: "表单 A paper form filled from a complaint (docx)",
    path: z.object({ id: complaintPath.shape.id, form: paperForm }),
    answers: { "200": { description: "A file; who took it stands in the history", file: true } },
  },
  blankForm: {
    summary: "空白表单 A paper form as a blank pad (docx)",
    path: z.object({ form: paperForm }),
    query: blankFormQuery,
    answers: { "200": { description: "A file", file: true } },
  },
  listHouseholds: {
    summary: "房产台账 Households of a project, phone numbers masked",
    query: householdQuery,
    answers: { "200": { description: "A page", schema: householdPage } },
  },
  putHouseholds: {
    summary: "导入房产台账 Compare or put in all households of a project from an xlsx or csv file",
    query: dryRunQuery,
    body: householdBody,
    answers: {
      "200": { description: "Dry run without a right row", schema: householdReport },
      "202": { description: "Row-by-row report; the job compares and puts in", schema: householdReport },
    },
  },
  householdTemplate: {
    summary: "房产台账模板 Empty household file",
    query: templateQuery,
    answers: { "200": { description: "A file", file: true } },
  },
  showJob: {
    summary: "任务进度 Progress of a job",
    path: z.object({ id }),
    answers: { "200": { description: "Progress", schema: responses.jobView } },
  },
  trackComplaint: {
    summary: "投诉进度 The complainant's own view, as a page or JSON by Accept",
    path: z.object({ number: id }),
    query: trackingQuery,
    answers: { "200": { description: "Progress", schema: responses.trackingView, html: true } },
  },
  showRating: {
    summary: "评价页 The form behind a mail's grade; changes nothing",
    path: z.object({ number: id }),
    query: ratingQuery,
    answers: { "200": { description: "A page with a form", html: true } },
  },
  rateComplaint: {
    summary: "客户评价 The complainant grades the handling, as JSON or as a form",
    path: z.object({ number: id }),
    query: trackingQuery,
    body: ratingBody,
    answers: { "200": { description: "Recorded", schema: responses.rated, html: true } },
  },
  showAcknowledgement: {
    summary: "督办确认页 The page behind a message's link; changes nothing",
    path: z.object({ token: z.string() }),
    answers: { "200": { description: "A page with a button", html: true } },
  },
  acknowledge: {
    summary: "督办确认 Acknowledge a rung through a message's link",
    path: z.object({ token: z.string() }),
    answers: { "200": { description: "Acknowledged", html: true } },
  },
  showSheet: {
    summary: "签字件页 Where the code on a printed form leads: what staff do with the sheet",
    path: z.object({ number: id, form: paperForm }),
    answers: { "200": { description: "A page", html: true } },
  },
  health: {
    summary: "Health",
    answers: { "200": { description: "Up", schema: responses.healthView } },
  },
  openapi: {
    summary: "This document",
    answers: { "200": { description: "OpenAPI 3.1", schema: z.looseObject({ openapi: z.string() }) } },
  },
};

/** The OpenAPI 3.1 document of every route in the table; pure and in a fixed order. */
export function openApiDocument(version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[methodKey(route)] = operation(route);
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "接诉 Jiesu",
      version,
      description: `物业投诉受理 Complaint desk for property management. Refusals are RFC 9457 problems with these codes: ${Object.keys(problems).join(", ")}.`,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: {
      securitySchemes: {
        channelKey: { type: "apiKey", in: "header", name: "x-api-key" },
        channelBearer: { type: "http", scheme: "bearer", description: "The channel key as bearer token" },
        staff: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "OIDC token of a person" },
      },
    },
  });
}

function methodKey(route: Route): "get" | "post" | "put" {
  switch (route.method) {
    case "GET":
      return "get";
    case "POST":
      return "post";
    case "PUT":
      return "put";
  }
}

function operation(route: (typeof routes)[number]): ZodOpenApiOperationObject {
  const { summary, path, query, key, body, bodyOptional, answers } = documented[route.id];
  const header = keyHeader(key);
  return {
    operationId: route.id,
    summary,
    ...access(route),
    ...(path === undefined && query === undefined && header === undefined
      ? {}
      : {
          requestParams: {
            ...(path === undefined ? {} : { path }),
            ...(query === undefined ? {} : { query }),
            ...(header === undefined ? {} : { header }),
          },
        }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: bodyOptional !== true,
            content: { "application/json": { schema: body } },
          },
        }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, success(answer)])),
      default: {
        description: "Refused",
        content: { "application/problem+json": { schema: responses.problemBody } },
      },
    },
  };
}

function access(route: (typeof routes)[number]): Pick<ZodOpenApiOperationObject, "security" | "description"> {
  switch (route.access) {
    case "channel-key":
      return { security: [{ channelKey: [] }, { channelBearer: [] }] };
    case "staff":
      return {
        security: [{ staff: [] }],
        description: `Posts: ${routePosts[route.id].join(", ")}.`,
      };
    case "any":
      return { security: [{ channelKey: [] }, { channelBearer: [] }, { staff: [] }, {}] };
    case "open":
      return { security: [] };
  }
}

function keyHeader(key: Documented["key"]): z.ZodObject | undefined {
  if (key === undefined) return undefined;
  const value = id.meta({ description: "The same key again gives the same answer" });
  return z.object({ "Idempotency-Key": key === "required" ? value : value.optional() });
}

function success({ description, schema, html, location, file }: Answer) {
  return {
    description,
    ...(location === true ? { headers: { Location: { schema: { type: "string" as const } } } } : {}),
    ...(schema === undefined
      ? {}
      : {
          content: {
            "application/json": { schema },
            ...(html === true ? { "text/html": { schema: z.string() } } : {}),
          },
        }),
    ...(file === true
      ? { content: { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } } }
      : {}),
  };
}
