//! What companies say among themselves, and customers do not. Only phrases that leave no doubt in any field: a ticket may be for
//! a train, a conversion of a loft, a hand-over one of keys, and people in business have leads and campaigns of their own. So
//! most phrases count only where a name begins with them: “Lead capture” is a company's, “Sets up lead capture” a customer's.

/// Phrases of one kind.
pub struct Phrases {
    /// In the signs of [`super::super::words`].
    pub phrases: &'static [&'static str],
    /// What they tell of the company's side.
    pub side: &'static str,
    /// The same from the customer's side: an example.
    pub instead: &'static str,
}

/// Phrases that only companies use.
pub const PHRASES: &[Phrases] = &[
    Phrases {
        phrases: &[
            "=lead",
            "=leads",
            "^lead|leads capture*|convert*|creat*|enters|fills|gen|generat*|nurtur*|qualif*|rout*|scor*",
            "^lead form|magnet|management",
            "^captur*|generat*|nurtur*|qualif* ~ lead|leads",
            "^cold|hot|inbound|outbound|qualified|sales|warm lead|leads",
            "becomes|become ~ lead",
            "lead is|becomes|gets|receives|converts",
            "mql|mqls",
            "sales|marketing qualified|accepted lead|leads",
        ],
        side: "a lead is what a person is to the sales department",
        instead: "Asks for a price",
    },
    Phrases {
        phrases: &[
            "=prospect",
            "=prospects",
            "=prospecting",
            "prospect is|becomes|books|clicks|downloads|fills|gets|receives|requests|signs|visits",
            "^prospects are|become|book|click|download|fill|get|receive|request|sign|visit",
            "^contact|call|convert|identify ~ prospect|prospects",
        ],
        side: "a prospect is somebody in whom the company sees a buyer; they see themselves as somebody with a need",
        instead: "Compares two offers",
    },
    Phrases {
        phrases: &[
            "support|helpdesk|help-desk|trouble ticket|tickets",
            "ticket|tickets is|are assigned|escalated|logged|raised|resolved|routed|triaged",
            "^ticket assign*|closure|creation|escalat*|handling|resol*|routing|triage",
            "ticket|tickets is|are closed|created",
            "=ticket closed",
            "escalation|escalated to tier",
            "=ticketing",
            "rais*|log|logs|logged a ticket",
        ],
        side: "a ticket is how the support department counts; the customer has a question, or something is broken",
        instead: "Asks for help by e-mail",
    },
    Phrases {
        phrases: &[
            "=conversion",
            "=conversions",
            "^conversion event|funnel|goal|point|rate",
            "^customer|lead|trial|visitor conversion",
            "conversion to paid|customer",
            "checkout|free-to-paid conversion",
            "^convert* to paid|customer",
            "^convert|converting ~ customer|customers|user|users|visitor|visitors",
            "=conversion stage",
        ],
        side: "conversion is what the company counts when somebody has made up their mind",
        instead: "Decides to buy",
    },
    Phrases {
        phrases: &[
            "handoff",
            "handoffs",
            "hand-off",
            "hand-offs",
            "handover|hand-over to implementation|marketing|onboarding|sales|success|support",
        ],
        side: "a hand-off is how departments pass somebody on; the customer has to tell the story again",
        instead: "Tells the story again to somebody new",
    },
    Phrases {
        phrases: &[
            "=churn",
            "=churning",
            "=churned",
            "^churn prevention|rate|risk|stage",
            "^customer|customers churn*",
            "=retention",
            "^customer|client retention",
            "winback",
            "win-back",
        ],
        side: "churn and retention are figures of the company; the customer leaves, or stays",
        instead: "Cancels and goes elsewhere",
    },
    Phrases {
        phrases: &[
            "upsell*",
            "up-sell*",
            "crosssell*",
            "cross-sell*",
            "cross sell*",
        ],
        side: "to sell more is the company's aim; the customer looks for something that fits better",
        instead: "Looks for a larger plan",
    },
    Phrases {
        phrases: &[
            "^onboard|onboarding ~ client|clients|customer|customers|user|users",
            "^client|customer onboarding",
            "client|customer is onboarded",
            "^acquire|acquiring|engage|engaging|educate|educating ~ customer|customers|user|users",
            "^client|customer|user acquisition|activation|education|engagement|nurtur*|segmentation",
            "=acquisition",
            "=monetization",
            "=monetisation",
            "=nurture",
            "=nurturing",
            "=revenue",
        ],
        side: "this is what the company does with customers",
        instead: "Finds out how it works",
    },
    Phrases {
        phrases: &[
            "^notify|notifying|inform|informing|remind|reminding|invoice|invoicing|bill|billing|target|targeting ~ client|customer|customers|user|users",
            "^send|sends|sending quote|quotes|reminder|reminders|newsletter|newsletters",
            "^send|sending the|a client|customer|user",
            "^send|sending customers|users",
            "sent to ~ client|customer|user",
            "^follow-up|followup with ~ client|customer",
            "^follow|following up with ~ client|customer",
        ],
        side: "the company is the one that acts here; the map follows the customer",
        instead: "Gets the invoice",
    },
    Phrases {
        phrases: &[
            "kyc",
            "know-your-customer",
            "know your customer",
            "^aml check|screening",
        ],
        side: "this is the name of a duty of the company; the customer shows a passport",
        instead: "Proves who they are",
    },
    Phrases {
        phrases: &[
            "^crm entry|record|update",
            "^order fulfilment|fulfillment",
            "=fulfilment",
            "=fulfillment",
            "^account|customer|service|user provisioning",
            "=provisioning",
            "^dunning letter|notice|process|run",
            "=dunning",
            "closed-won",
            "closed-lost",
        ],
        side: "this is a step in the company's systems, which the customer does not see",
        instead: "Waits for the parcel",
    },
    Phrases {
        phrases: &[
            "^drip|email|e-mail|marketing|nurture|nurturing|retargeting campaign|campaigns",
            "^retargeting|remarketing",
            "cta button",
            "click|clicks|clicking ~ cta",
            "clicks on ~ cta",
            "^landing page visit",
        ],
        side: "this is how the company advertises; the customer sees an advertisement, or gets a letter",
        instead: "Sees an advertisement on the train",
    },
];

/// Phrases of a company that says *we*. In a map that customers tell in the first person they are the customers' own.
pub const OURS: &[Phrases] = &[
    Phrases {
        phrases: &[
            "we bill|confirm|deliver|dispatch|email|e-mail|inform|invoice|notify|onboard|remind|send|ship|upsell",
            "we follow up",
            "we'll bill|call|confirm|deliver|dispatch|inform|invoice|notify|remind|send|ship",
        ],
        side: "the company is the one that acts here; the map follows the customer",
        instead: "Gets the invoice",
    },
    Phrases {
        phrases: &[
            "our ad|ads|app|blog|brand|campaign|campaigns|catalog|catalogue|chatbot|hotline|newsletter|offer|offers|portal|shop|store|webinar|website",
            "our landing|pricing page",
            "our sales|service|support agent|agents|desk|person|rep|representative|team",
        ],
        side: "what the company calls `our` is one of several to the customer",
        instead: "Compares three websites",
    },
];
