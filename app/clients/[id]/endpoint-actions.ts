"use server";

import { action } from "@/lib/action";
import { addEndpoint } from "@/lib/clients/add-endpoint";
import { enableEndpoint } from "@/lib/clients/enable-endpoint";
import {
  addEndpointInput,
  enableEndpointInput,
  removeEndpointInput,
  replayDeliveryInput,
  switchPortalApiInput,
  testEndpointInput,
} from "@/lib/clients/endpoint-input";
import { removeEndpoint } from "@/lib/clients/remove-endpoint";
import { replayDelivery } from "@/lib/clients/replay-delivery";
import { switchPortalApi } from "@/lib/clients/switch-portal-api";
import { testEndpoint } from "@/lib/clients/test-endpoint";

export const addEndpointAction = action(addEndpointInput, addEndpoint);
export const removeEndpointAction = action(removeEndpointInput, removeEndpoint);
export const enableEndpointAction = action(enableEndpointInput, enableEndpoint);
export const testEndpointAction = action(testEndpointInput, testEndpoint);
export const replayDeliveryAction = action(replayDeliveryInput, replayDelivery);
export const switchPortalApiAction = action(switchPortalApiInput, switchPortalApi);
